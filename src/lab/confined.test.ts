import { dockerHere, imageHere, type Availability } from "../target/testing/available";
import { ATTACKS } from "./testing/attacks";
import { Burglar, type Door, type Session } from "./testing/door";
import { openHost, openOpenHost } from "./testing/host-door";
import { openLab } from "./testing/lab-door";

/** Starting a server and all attempts on it, beside whatever else this machine does. */
jest.setTimeout(90_000);

const FOLLOWERS = 30;
const NAMES = Object.keys(ATTACKS);

/** The server, and every attempt on it, all made at once. */
function attacked(open: () => Promise<Door>) {
  let door: Door | undefined;
  let burglar: Burglar | undefined;
  const gains = new Map<string, Promise<string | undefined>>();
  beforeAll(async () => {
    door = await open();
    burglar = new Burglar(door);
    for (const [name, attack] of Object.entries(ATTACKS)) gains.set(name, attack(door, burglar));
    await Promise.allSettled(gains.values());
  });
  afterAll(async () => {
    burglar?.[Symbol.dispose]();
    await door?.[Symbol.asyncDispose]();
  });
  return {
    gain: (name: string) => gains.get(name),
    there: () => {
      if (door === undefined || burglar === undefined) throw new Error("the server has not started");
      return { door, burglar };
    },
  };
}

function where(image: string, name: string, tests: () => void): void {
  const here: Availability = [dockerHere(), imageHere(image)].find((part) => !part.here) ?? dockerHere();
  (here.here ? describe : describe.skip)(here.title(name), tests);
}

function confinedAt(open: () => Promise<Door>): void {
  const { gain, there } = attacked(open);

  it.each(NAMES)("gives nothing for %s", async (name) => {
    await expect(gain(name)).resolves.toBeUndefined();
  });

  it("lets nobody in with another password", async () => {
    using stranger = new Burglar({ ...there().door, password: "wrong" });
    using session = stranger.ssh(["-o", "NumberOfPasswordPrompts=1"]);
    expect(await session.ended).toBe(255);
    expect(session.output()).toMatch(/Permission denied/);
  });

  it(`shows ${FOLLOWERS} followers each line`, async () => {
    const { door, burglar } = there();
    const sessions: Session[] = [];
    try {
      for (let i = 0; i < FOLLOWERS; i++) sessions.push(burglar.ssh(["-T"]));
      const seen = sessions.map((session) => session.shows("for-everybody"));
      await door.write("for-everybody");
      await expect(Promise.all(seen)).resolves.toHaveLength(FOLLOWERS);
    } finally {
      for (const session of sessions) session[Symbol.dispose]();
    }
  });
}

where("tp-mqtt/ssh-logs", "the lab’s SSH server", () => {
  confinedAt(openLab);
});

where("tp-mqtt/ssh-host", "a host set up as docker/host says", () => {
  confinedAt(openHost);
});

where("tp-mqtt/ssh-host", "a server where mqttlogs may do anything", () => {
  const { gain } = attacked(openOpenHost);

  it.each(NAMES)("gives something for %s", async (name) => {
    await expect(gain(name)).resolves.toBeDefined();
  });
});
