/** What is asked of Docker besides the lab's own commands: what is left of it, and what harm is done to it. */
import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";

export async function docker(...args: readonly string[]): Promise<string> {
  return (await promisify(execFile)("docker", args)).stdout.trim();
}

/** Containers, networks and volumes that bear the lab's label, or its name. */
export async function objectsOf(lab: string): Promise<string[]> {
  const lists = [
    ["ps", "-a", "--format", "{{.Names}}"],
    ["network", "ls", "--format", "{{.Name}}"],
    ["volume", "ls", "--format", "{{.Name}}"],
  ];
  const found = await Promise.all(
    lists.flatMap(([kind = "", ...rest]) =>
      [`label=tp-mqtt.lab=${lab}`, `name=${lab}`].map((filter) => docker(kind, ...rest, "--filter", filter)),
    ),
  );
  return [...new Set(found.flatMap((names) => names.split("\n")).filter(Boolean))];
}

/** Identifiers of the lab's containers. */
export async function containersOf(lab: string): Promise<string> {
  return await docker("ps", "-a", "-q", "--no-trunc", "--filter", `label=tp-mqtt.lab=${lab}`);
}

/** Resolves when the container writes a line like that, from now on. */
export async function writes(container: string, line: RegExp): Promise<void> {
  const follower = spawn("docker", ["logs", "-f", "--tail", "0", container], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  await new Promise<void>((resolve) => {
    const take = (chunk: Buffer) => {
      text += chunk.toString();
      if (line.test(text)) resolve();
      text = text.slice(text.lastIndexOf("\n") + 1);
    };
    follower.stdout.on("data", take);
    follower.stderr.on("data", take);
    follower.once("close", () => {
      resolve();
    });
  });
  follower.kill();
}

/** Ends every process of a session, of which there must be one, and leaves the server itself. The image has Perl and no shell. */
export async function cutSessions(container: string): Promise<void> {
  const script = `
    my $cut = 0;
    opendir my $proc, "/proc";
    for my $pid (grep { /^\\d+$/ } readdir $proc) {
      open my $file, "<", "/proc/$pid/cmdline" or next;
      $cut += kill KILL => $pid if (readline($file) // "") =~ /^sshd(-session)?: mqttlogs/;
    }
    die "no session to cut\\n" unless $cut;`;
  await docker("exec", container, "perl", "-e", script);
}
