/** Judges commands that try out wildcards: each is read as a shell would, and played on the house. Nothing is run. */
import { phrase, type Text } from "../../../words/text";
import { isTopicName } from "../../claims/topic-matching";
import type { Answer, Written } from "../answer";
import type { Context } from "../context";
import type { Judged } from "../mark";
import type { QuestionOf } from "../question";
import { AND, forbidden, receivedBy, someOf } from "./house/play";
import { atLine, earns, forTeacher, quoted } from "./judged";
import { clientsIn, type Client, type Clients } from "./shell/clients";
import { withoutCommands } from "./thin";

/** The most that commands earn of which one publishes to a wildcard. */
const WITH_MISTAKE = 0.5;
/** Commands that are spoken of. */
const TOLD = 20;

export function judgeCommands(
  { answer, commands }: Answer,
  { wildcards }: QuestionOf<"commands">,
  { truth: { house } }: Context,
): Judged {
  const place = placeOf({ answer, commands });
  const thin = withoutCommands(place.text);
  if (thin) return thin;
  const { clients, troubles } = both(place, answer, house);
  const game = playOn(clients, house);
  const tells = [
    ...clients.flatMap((client) => tellsOf(client, game)),
    ...troubles.map(({ line, what }) => atLine(line, what)),
  ].slice(0, TOLD);
  if (clients.length === 0 || house.length === 0)
    return forTeacher("commands:not-understood", { reasons: tells, tells });
  const earned = wildcards.filter((wildcard) => clients.some((client) => shows(client, wildcard, game)));
  const share = earned.length / wildcards.length;
  // What was not understood could be what is missing.
  if (share < 1 && troubles.some(({ wild }) => wild))
    return forTeacher("commands:not-understood", { reasons: tells, tells });
  const isMistaken = clients.some(publishesToWildcard);
  const rule = isMistaken ? "commands:published-wildcard" : "commands:played";
  return earns(isMistaken ? Math.min(share, WITH_MISTAKE) : share, rule, { reasons: tells, tells });
}

type Places = Pick<Answer, "answer"> & { readonly commands: Written | undefined };

function placeOf({ answer, commands }: Places): Written {
  return commands !== undefined && commands.text.trim() !== "" ? commands : answer;
}

/** The filters that its commands subscribe to. */
export function commandFiltersOf({ answer, commands }: Answer, house: readonly string[]): readonly string[] {
  const place = placeOf({ answer, commands });
  if (withoutCommands(place.text)) return [];
  const { clients } = both(place, answer, house);
  return clients.flatMap(({ action, topics }) => (action === "subscribe" ? topics : []));
}

/** Commands at the place of the answer count as well; words there are no trouble where there are commands elsewhere. */
function both(place: Written, answer: Written, house: readonly string[]): Clients {
  const isOutput = (line: string) => house.includes(line.split(/[\s:]/, 1)[0] ?? "");
  const read = clientsIn(place, isOutput);
  if (place === answer || withoutCommands(answer.text)) return read;
  return { ...read, clients: [...read.clients, ...clientsIn(answer, isOutput).clients] };
}

interface Game {
  readonly house: readonly string[];
  /** With the topics of the student's own publications. */
  readonly topics: readonly string[];
}

function playOn(clients: readonly Client[], house: readonly string[]): Game {
  const own = clients
    .filter(({ action }) => action === "publish")
    .flatMap(({ topics }) => topics.filter(isTopicName));
  return { house, topics: [...new Set([...house, ...own])] };
}

function shows({ action, topics }: Client, wildcard: string, game: Game): boolean {
  return (
    action === "subscribe" &&
    topics.some(
      (filter) => filter.split("/").includes(wildcard) && receivedBy([filter], game.topics).length > 0,
    )
  );
}

function publishesToWildcard({ action, topics }: Client): boolean {
  return action === "publish" && topics.some((topic) => /[+#]/.test(topic));
}

function tellsOf(client: Client, game: Game): readonly Text[] {
  const { action, topics, line } = client;
  if (action === "publish") return publishesToWildcard(client) ? [atLine(line, PUBLISHED)] : [];
  return topics.map((filter) => atLine(line, forbidden(filter) ?? received(filter, game)));
}

function received(filter: string, { house, topics }: Game): Text {
  const ofHouse = receivedBy([filter], house);
  const all = receivedBy([filter], topics);
  const examples = phrase`${{ en: ", for example ", fr: ", par exemple " }}${someOf(all.slice(0, 1), AND)}`;
  return phrase`${quoted(filter)}${counted(ofHouse.length, all.length - ofHouse.length)}${all.length > 0 ? examples : { en: "", fr: "" }}`;
}

function counted(ofHouse: number, own: number): Text {
  const plural = (n: number) => (n === 1 ? "" : "s");
  if (ofHouse + own === 0)
    return { en: " receives no topic of the house", fr: " ne reçoit aucun topic de la maison" };
  if (ofHouse === 0)
    return {
      en: ` receives ${own} topic${plural(own)} of your own`,
      fr: ` reçoit ${own} de vos propres topics`,
    };
  return {
    en: ` receives ${ofHouse} topic${plural(ofHouse)} of the house`,
    fr: ` reçoit ${ofHouse} topic${plural(ofHouse)} de la maison`,
  };
}

const PUBLISHED: Text = {
  en: "one cannot publish to a topic with a wildcard (MQTT-3.3.2-2)",
  fr: "on ne peut pas publier sur un topic qui contient un joker (MQTT-3.3.2-2)",
};
