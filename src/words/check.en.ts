/** The words of `tp-mqtt check`. */
export const checkEn = {
  flags: {
    lang: "fr or en (default: as the system’s)",
    help: "this help",
  },
  notes: ["Exit status: 0."],
};
