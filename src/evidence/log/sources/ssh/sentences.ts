/** What is said of a log over SSH that breaks off, or does not begin. */
import type { Text } from "../../../../words/text";
import { nameOf, type SshAccess } from "../../../ssh/access";

/** @param why last words of the session, or its exit status */
export function noLog(access: SshAccess, why: string): Text {
  const name = nameOf(access);
  return {
    en: `The login ${name} shows no log but ends at once (${why}): what does “ssh ${name}” show in a terminal?`,
    fr: `La connexion ${name} n’affiche aucun journal et se termine aussitôt (${why}) : que montre « ssh ${name} » dans un terminal ?`,
  };
}

/** @param why exit status or signal, if the server told */
export function endsByItself(access: SshAccess, why = "–"): Text {
  const name = nameOf(access);
  return {
    en: `The login ${name} shows lines and then ends by itself (${why}): the command behind it must follow the log (docker logs -f, tail -F).`,
    fr: `La connexion ${name} affiche des lignes puis se termine d’elle-même (${why}) : la commande qu’elle exécute doit suivre le journal (docker logs -f, tail -F).`,
  };
}

/**
 * @param time seconds that were spent on trying
 * @param why the last attempt’s trouble, a sentence
 */
export function goneForGood(access: SshAccess, time: number, why: Text): Text {
  const name = nameOf(access);
  const seconds = Math.round(time);
  return {
    en: `The log over SSH (${name}) broke off and could not be taken up again within ${seconds} s. ${why.en}`,
    fr: `Le journal par SSH (${name}) s’est interrompu et n’a pas pu être repris en ${seconds} s. ${why.fr}`,
  };
}

/** @param seconds from the loss to the first line after it */
export function linesMayBeMissing(access: SshAccess, seconds: number): Text {
  const name = nameOf(access);
  return {
    en: `the log over SSH (${name}) was interrupted for ${seconds.toFixed(1)} s: lines may be missing`,
    fr: `le journal par SSH (${name}) a été interrompu pendant ${seconds.toFixed(1).replace(".", ",")} s : des lignes peuvent manquer`,
  };
}
