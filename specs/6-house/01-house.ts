import house from "../../fixtures/house.json";
import { exercise } from "../../src/exercise/exercise";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import { publishAll } from "./batches";
import { content, inTheLog, subscription } from "./house-claims";
import { SUBSCRIPTIONS } from "./subscriptions";

export const houseExercise = exercise({
  id: "6-house",
  section: "6",
  title: { en: "The connected house", fr: "La maison connectée" },
  asks: {
    en: "Simulate the sensors of a connected house and subscribe to one sensor, one room, the whole house and every temperature.",
    fr: "Simuler les capteurs d’une maison connectée et s’abonner à un capteur, à une pièce, à toute la maison et à toutes les températures.",
  },
  needs: ["wildcards"],
  async play(stage) {
    const readers = await Promise.all(
      SUBSCRIPTIONS.map(async ({ role, filter }) => {
        const reader = await stage.client(role);
        await reader.subscribe({ [stage.topic(filter)]: 0 });
        return reader;
      }),
    );
    const sensors = await stage.raw("sensors");
    await sensors.connect();
    const values = Object.entries(house);
    await publishAll(
      sensors,
      values.map(([topic, value]) => [stage.topic(topic), stage.payload(`${topic}=${value}`)]),
    );
    await Promise.all(readers.map((reader) => reader.fence()));
    await Promise.all([sensors, ...readers].map((client) => client.disconnect()));
  },
  claims: [...SUBSCRIPTIONS.map(subscription), content, inTheLog, logTellsWire()],
});
