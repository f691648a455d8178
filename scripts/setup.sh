#!/bin/sh
# Installs on Debian or Ubuntu what the full set of tests and targets needs, and builds the images that cannot be pulled.
# May be run again at any time; does only what is not done yet. `npm run setup`, as root or through sudo.
set -eu

HERE=$(cd "$(dirname "$0")/.." && pwd)
STATE=/run/tp-mqtt
ENGINE_BOUND_S=30

say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

# Package, then the program by which it is known to be there.
NEEDED="mosquitto:mosquitto mosquitto-clients:mosquitto_sub tshark:tshark openssh-server:sshd openssh-client:ssh-keygen
debootstrap:debootstrap openssl:openssl"

has() { PATH="$PATH:/usr/sbin:/sbin:/usr/local/sbin" command -v "$1" >/dev/null 2>&1; }

engine_answers() { docker version --format '{{.Server.Version}}' >/dev/null 2>&1; }

missing_packages() {
  for pair in $NEEDED; do
    has "${pair#*:}" || printf '%s ' "${pair%%:*}"
  done
  has docker && engine_answers || has dockerd || printf 'docker.io '
  docker compose version >/dev/null 2>&1 || has docker-compose || printf 'docker-compose '
  has chromium || has google-chrome || has chromium-browser || printf 'chromium '
  dpkg-query -W -f '${Status}' python3-paho-mqtt 2>/dev/null | grep -q ' installed' || printf 'python3-paho-mqtt '
  [ -r /usr/share/keyrings/debian-archive-keyring.gpg ] || printf 'debian-archive-keyring '
}

# Installing a server package starts the server: an sshd nobody asked for, a broker on port 1883. invoke-rc.d asks this
# file first (101: forbidden), and it is in nobody's way afterwards. Docker's engine alone may start.
POLICY=/usr/sbin/policy-rc.d
forbid_services() {
  [ ! -e "$POLICY" ] || return 0
  printf '#!/bin/sh\n# tp-mqtt setup\ncase "$1" in docker*|containerd*) exit 0 ;; esac\nexit 101\n' >"$POLICY"
  chmod 755 "$POLICY"
}
allow_services() {
  if grep -q '^# tp-mqtt setup$' "$POLICY" 2>/dev/null; then rm -f "$POLICY"; fi
}

systemd_runs() { [ -d /run/systemd/system ]; }

# At the next boot they would start all the same.
disable_services() {
  systemd_runs || return 0
  for service in $1; do systemctl disable --quiet "$service" 2>/dev/null || true; done
}

install_packages() {
  packages=$(missing_packages)
  [ -n "$packages" ] || { say "every package is there."; return 0; }
  services=
  for pair in mosquitto:mosquitto openssh-server:ssh; do
    case " $packages" in *" ${pair%%:*} "*) services="$services ${pair#*:}" ;; esac
  done
  say "installing $packages"
  export DEBIAN_FRONTEND=noninteractive
  trap allow_services EXIT
  forbid_services
  log=$(mktemp)
  # shellcheck disable=SC2086  # a list of words
  { apt-get update -q && apt-get install -q -y --no-install-recommends $packages; } >"$log" 2>&1 ||
    fail "apt-get could not install $packages: $(grep -E '^(E|Err):' "$log" | tail -n 1 || true)"
  # Debian 13 and later keep the client in a package of its own.
  has docker || apt-get install -q -y --no-install-recommends docker-cli >"$log" 2>&1 ||
    fail "apt-get could not install docker-cli: $(grep -E '^(E|Err):' "$log" | tail -n 1 || true)"
  rm -f "$log"
  allow_services
  disable_services "$services"
}

# Waits for $1, a command, to succeed, for as long as the process $2 lives and the bound allows.
wait_for() {
  tries=$((ENGINE_BOUND_S * 5))
  until $1; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || return 1
    [ -z "${2:-}" ] || kill -0 "$2" 2>/dev/null || return 1
    sleep 0.2
  done
}

start_engine() {
  if engine_answers; then say "a Docker engine answers."; return 0; fi
  if systemd_runs; then
    systemctl start docker || fail "systemd could not start Docker: journalctl -u docker tells why."
    wait_for engine_answers || fail "Docker was started and does not answer: journalctl -u docker tells why."
  else
    mkdir -p "$STATE"
    nohup setsid dockerd --pidfile "$STATE/dockerd.pid" >"$STATE/dockerd.log" 2>&1 </dev/null &
    wait_for engine_answers "$!" ||
      fail "dockerd did not start ($STATE/dockerd.log): $(grep -iE 'failed|error' "$STATE/dockerd.log" | tail -n 1)"
  fi
  say "started a Docker engine."
}

# The published image where it can be had, and otherwise one a Debian release.
have_images() {
  image=$(sed -n 's/^FROM //p' "$HERE/docker/Dockerfile")
  if docker image inspect "$image" >/dev/null 2>&1; then say "$image is there."; return 0; fi
  if timeout 120 docker pull --quiet "$image" >/dev/null 2>&1; then say "pulled $image."; return 0; fi
  say "$image cannot be pulled; building from Debian's packages."
  "$HERE/docker/build-from-debian.sh" all
}

# The handout's scripts work with the paho-mqtt of Debian 12 (1.6) and with that of Debian 13 (2.1). Both are unpacked
# from their Debian's packages, which apt verifies, where no Python looks by itself.
PAHO=/var/cache/tp-mqtt
have_paho() {
  version=$1 suite=$2 folder=$PAHO/paho-$1
  if [ -e "$folder/paho/mqtt/client.py" ]; then say "paho-mqtt $version is there."; return 0; fi
  work=$(mktemp -d)
  if fetch_paho >"$work/log" 2>&1; then
    rm -rf "$folder"
    mkdir -p "$PAHO"
    mv "$work/root/usr/lib/python3/dist-packages" "$folder"
    rm -rf "$work"
    say "unpacked paho-mqtt $version into $folder."
  else
    why=$(grep -E '^(E|Err):' "$work/log" | tail -n 1 || true)
    rm -rf "$work"
    fail "paho-mqtt $version cannot be had from Debian's $suite: $why"
  fi
}
fetch_paho() {
  mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -m 1 -E '/debian/?$' || true)
  mkdir -p "$work/state/lists/partial" "$work/cache/archives/partial"
  printf 'deb [signed-by=%s] %s %s main\n' /usr/share/keyrings/debian-archive-keyring.gpg \
    "${DEBIAN_MIRROR:-${mirror:-http://deb.debian.org/debian}}" "$suite" >"$work/sources.list"
  (cd "$work" && apt_apart update && apt_apart download python3-paho-mqtt) &&
    dpkg-deb -x "$work/python3-paho-mqtt_$version"*.deb "$work/root"
}
# apt with lists of its own, so that this machine's stay as they are.
apt_apart() {
  apt-get -q -o Dir::State="$work/state" -o Dir::State::status=/dev/null -o Dir::Cache="$work/cache" \
    -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=- -o APT::Sandbox::User=root \
    -o Acquire::Languages=none "$@"
}

[ "$(id -u)" = 0 ] || fail "this installs packages and must be run as root: sudo npm run setup"
has apt-get || fail "this knows Debian and Ubuntu only; install by hand: docker, mosquitto, tshark, openssh-server, python3 with paho-mqtt, chromium."
install_packages
start_engine
have_images
"$HERE/docker/build-ssh-logs.sh"
have_paho 1.6 bookworm
have_paho 2.1 trixie
say "done."
