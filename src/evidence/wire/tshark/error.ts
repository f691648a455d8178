/** Why a capture could not be read, for the person who named it; the text is all that is shown. */
import type { Text } from "../../../words/text";

export class CaptureError extends Error {
  constructor(
    readonly text: Text,
    options?: ErrorOptions,
  ) {
    super(text.en, options);
    this.name = "CaptureError";
  }
}

export function noTshark(): CaptureError {
  return new CaptureError({
    en: "tshark, which reads captures, was not found; it comes with Wireshark, and on Debian or Ubuntu with: sudo apt install tshark",
    fr: "tshark, qui lit les captures, est introuvable ; il est fourni avec Wireshark, et sous Debian ou Ubuntu par : sudo apt install tshark",
  });
}

/** @param why the operating system's word: `ENOENT` */
export function unreadable(file: string, why: string): CaptureError {
  return new CaptureError({
    en: `“${file}” cannot be read (${why}).`,
    fr: `« ${file} » ne peut pas être lu (${why}).`,
  });
}

export function notACapture(file: string): CaptureError {
  return new CaptureError({
    en: `“${file}” is not a capture: save it in Wireshark as pcapng or pcap, not compressed.`,
    fr: `« ${file} » n’est pas une capture : enregistrez-la dans Wireshark au format pcapng ou pcap, sans compression.`,
  });
}

export function tooLarge(file: string, bytes: number, most: number): CaptureError {
  const [size, bound] = [megabytes(bytes), megabytes(most)];
  return new CaptureError({
    en: `“${file}” has ${size} MB, and captures of up to ${bound} MB are read: save only the displayed packets in Wireshark (File, Export Specified Packets).`,
    fr: `« ${file} » fait ${size} Mo, or une capture est lue jusqu’à ${bound} Mo : dans Wireshark, n’enregistrez que les paquets affichés (Fichier, Exporter Paquets Spécifiés).`,
  });
}

export function tooSlow(file: string, ms: number): CaptureError {
  return new CaptureError({
    en: `tshark was stopped after ${ms / 1000} s without having read all of “${file}”: save only the displayed packets in Wireshark (File, Export Specified Packets).`,
    fr: `tshark a été arrêté au bout de ${ms / 1000} s sans avoir lu tout « ${file} » : dans Wireshark, n’enregistrez que les paquets affichés (Fichier, Exporter Paquets Spécifiés).`,
  });
}

/** @param why tshark's own words */
export function badFilter(filter: string, why: string): CaptureError {
  return new CaptureError({
    en: `tshark does not understand the display filter “${filter}” (${why}).`,
    fr: `tshark ne comprend pas le filtre d’affichage « ${filter} » (${why}).`,
  });
}

/** @param why tshark's own words */
export function failed(file: string, why: string): CaptureError {
  return new CaptureError({
    en: `tshark could not read “${file}” (${why}).`,
    fr: `tshark n’a pas pu lire « ${file} » (${why}).`,
  });
}

/** No error: what comes before is read. */
export function cutShort(file: string): Text {
  return {
    en: `“${file}” ends in the middle of a packet; what comes before was read.`,
    fr: `« ${file} » s’arrête au milieu d’un paquet ; ce qui précède a été lu.`,
  };
}

/** No error: what comes before is read. */
export function damaged(file: string): Text {
  return {
    en: `“${file}” is damaged; what comes before the damage was read.`,
    fr: `« ${file} » est endommagé ; ce qui précède a été lu.`,
  };
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}
