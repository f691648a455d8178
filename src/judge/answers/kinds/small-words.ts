/** Words that answers of a few names or numbers are held together with, and that change nothing about them. All folded. */

const FRENCH =
  "puis ensuite et enfin finalement alors suivi suivie d abord premierement premier deuxieme troisieme quatrieme dernier etape etapes ordre dans l le la les un une des du de " +
  "il y a on voit observe envoie envoi c est ce sont il elle passe passent soit donc pour en avec a au vers par chaque paquet paquets message messages trame trames echange echanges " +
  "seul seule seulement uniquement juste simplement unique total type types numero numeros niveau qui mais";
const ENGLISH =
  "of then next and finally last lastly first second third fourth step steps order in the a an is are it there we see sends send sent so for with at to by each packet packets message messages " +
  "frame frames exchange exchanges only just simply one single total type types number numbers level which that but";

export const SMALL_WORDS: ReadonlySet<string> = new Set(`${FRENCH} ${ENGLISH}`.split(" "));

/** Words that turn what stands beside them into its contrary, or into one of several. */
export const NEGATIONS: ReadonlySet<string> = new Set(
  "pas no non not aucun aucune sans without ni nor neither never jamais point rien nothing none".split(" "),
);
