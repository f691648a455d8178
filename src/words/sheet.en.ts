/** The words of `tp-mqtt sheet`. */
export const sheetEn = {
  flags: {
    lang: "fr or en (default: as the system’s)",
    help: "this help",
  },
  notes: ["Exit status: 0."],
};
