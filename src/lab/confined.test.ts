import { dockerHere, imageHere } from "../target/testing/available";
import { ATTACKS } from "./testing/attacks";
import { Burglar, type Door, type Session } from "./testing/door";
import { openHost, openOpenHost } from "./testing/host-door";
import { openLab } from "./testing/lab-door";

/** Each attempt logs in, some twice, beside whatever else this machine does. */
jest.setTimeout(40_000);

const OPEN_BOUND_MS = 90_000;
const FOLLOWERS = 30;

const DOORS = [
  { name: "the lab’s SSH server", open: openLab as () => Promise<Door>, here: imageHere("tp-mqtt/ssh-logs") },
  { name: "a host set up as docker/host says", open: openHost, here: imageHere("tp-mqtt/ssh-host") },
];
const docker = dockerHere();

for (const { name, open, here } of DOORS) {
  const all = [docker, here].find((part) => !part.here) ?? docker;
  (all.here ? describe : describe.skip)(all.title(name), () => {
    let door: Door;
    let burglar: Burglar;
    beforeAll(async () => {
      door = await open();
      burglar = new Burglar(door);
    }, OPEN_BOUND_MS);
    afterAll(async () => {
      burglar[Symbol.dispose]();
      await door[Symbol.asyncDispose]();
    }, OPEN_BOUND_MS);

    it.each(Object.entries(ATTACKS))("gives nothing for %s", async (_what, attack) => {
      await expect(attack(door, burglar)).resolves.toBeUndefined();
    });

    it("lets nobody in with another password", async () => {
      using stranger = new Burglar({ ...door, password: "wrong" });
      using session = stranger.ssh();
      expect(await session.ended).toBe(255);
      expect(session.output()).toMatch(/Permission denied/);
    });

    it(`shows ${FOLLOWERS} followers each line`, async () => {
      const sessions: Session[] = [];
      try {
        for (let i = 0; i < FOLLOWERS; i++) sessions.push(burglar.ssh(["-T"]));
        const all30 = sessions.map((session) => session.shows("for-everybody"));
        await door.write("for-everybody");
        await expect(Promise.all(all30)).resolves.toHaveLength(FOLLOWERS);
      } finally {
        for (const session of sessions) session[Symbol.dispose]();
      }
    });
  });
}

const openImage = imageHere("tp-mqtt/ssh-host");
(openImage.here ? describe : describe.skip)(
  openImage.title("a server where mqttlogs may do anything"),
  () => {
    let door: Door;
    let burglar: Burglar;
    beforeAll(async () => {
      door = await openOpenHost();
      burglar = new Burglar(door);
    }, OPEN_BOUND_MS);
    afterAll(async () => {
      burglar[Symbol.dispose]();
      await door[Symbol.asyncDispose]();
    }, OPEN_BOUND_MS);

    it.each(Object.entries(ATTACKS))("gives something for %s", async (_what, attack) => {
      await expect(attack(door, burglar)).resolves.toBeDefined();
    });
  },
);
