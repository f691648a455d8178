import { errorIn, saysRunning, versionIn, writesRunning } from "./lines";

const STARTED =
  "1795416024: mosquitto version 2.0.11 starting\n1795416024: Opening ipv4 listen socket on port 1883.\n";

describe("what the log says of a start", () => {
  it("gives the version with any time stamp or none", () => {
    expect(versionIn(STARTED)).toBe("2.0.11");
    expect(versionIn("2026-11-23T08:00:00: mosquitto version 1.6.9 starting\n")).toBe("1.6.9");
    expect(versionIn("mosquitto version 2.1.2 running\r\n")).toBe("2.1.2");
    expect(versionIn("1795416024: Config loaded\n")).toBeUndefined();
  });

  it("is ready at running and not at starting", () => {
    expect(saysRunning(STARTED)).toBe(false);
    expect(saysRunning(`${STARTED}1795416024: mosquitto version 2.0.11 running\n`)).toBe(true);
  });

  it.each([
    ["1.5.7", false],
    ["1.6.9", false],
    ["1.6.10", false],
    ["1.6.11", true],
    ["2.0.11", true],
    ["2.1.2", true],
  ])("knows whether %s says that it runs: %s", (version, expected) => {
    expect(writesRunning(version)).toBe(expected);
  });

  it("quotes the broker's own error lines without their time stamps", () => {
    const log =
      "1795416025: Error: Unknown configuration variable 'bogus'.\n" +
      "1795416025: Error found at /m.conf:2.\n" +
      "1795416025: mosquitto version 2.1.2 terminating\n";
    expect(errorIn(log)).toBe("Error: Unknown configuration variable 'bogus'. Error found at /m.conf:2.");
  });

  it("quotes the last line where none is called an error", () => {
    expect(errorIn("exec format trouble\n\n")).toBe("exec format trouble");
    expect(errorIn("")).toBeUndefined();
  });
});
