/** A student's own filters as an exercise: each is subscribed to by a client of its own, and the house is published. */
import { publishAll } from "../../../../specs/6-house/batches";
import { exercise, type Exercise } from "../../../exercise/exercise";

export const OWN_FILTERS = "check-filters";

/** The client that subscribes to the filter of that place in the list. */
export function roleOf(place: number): string {
  return `own-${place + 1}`;
}

/** @param house its topics, each of which is published once */
export function ownFilters(filters: readonly string[], house: readonly string[]): Exercise {
  return exercise({
    id: OWN_FILTERS,
    section: "6.1",
    title: { en: "Filters of the answer sheet", fr: "Filtres de la feuille de réponses" },
    asks: {
      en: "Subscribe to each filter of the answer sheet and publish what the house’s sensors measure.",
      fr: "S’abonner à chaque filtre de la feuille de réponses et publier les mesures de la maison.",
    },
    async play(stage) {
      const readers = await Promise.all(
        filters.map(async (filter, i) => {
          const reader = await stage.client(roleOf(i));
          await reader.subscribe({ [stage.topic(filter)]: 0 });
          return reader;
        }),
      );
      const sensors = await stage.raw("sensors");
      await sensors.connect();
      const messages = house.map((topic) => [stage.topic(topic), stage.payload(topic)] as const);
      await publishAll(sensors, messages);
      await Promise.all(readers.map((reader) => reader.fence()));
      await Promise.all([sensors, ...readers].map((client) => client.disconnect()));
    },
    claims: [],
  });
}
