/** The words of the reports on written answers: outcomes, pages of students and of the class. */
export const gradesEn = {
  outcomes: {
    right: "right",
    partly: "partly right",
    wrong: "not yet",
    teacher: "your teacher will read this",
    ungradable: "not gradable",
    blank: "nothing written",
    noted: "noted",
  },
};
