/** The words of `tp-mqtt grade`. */
export const gradeEn = {
  flags: {
    lang: "fr or en (default: as the system’s)",
    help: "this help",
  },
  notes: ["Exit status: 0."],
};
