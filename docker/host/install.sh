#!/bin/sh
# Puts user mqttlogs, and the little that he may do, on this server. Run as root; may be run again.
set -eu
HERE=$(cd "$(dirname "$0")" && pwd)
fail() { printf 'install: %s\n' "$*" >&2; exit 1; }

[ "$(id -u)" = 0 ] || fail "this must be run as root."
for program in sudo sshd docker; do
  PATH=$PATH:/usr/sbin command -v "$program" >/dev/null || fail "$program is not installed."
done
[ -x /usr/bin/docker ] || fail "docker is not /usr/bin/docker: say where it is in mqttlogs-log and in mqttlogs.sudoers."

install -m 755 "$HERE/mqttlogs-log" /usr/local/bin/mqttlogs-log
id mqttlogs >/dev/null 2>&1 ||
  useradd --system --no-create-home --home-dir / --shell /usr/local/bin/mqttlogs-log mqttlogs

visudo -c -q -f "$HERE/mqttlogs.sudoers" || fail "sudo does not take mqttlogs.sudoers."
install -m 440 "$HERE/mqttlogs.sudoers" /etc/sudoers.d/mqttlogs

install -m 644 "$HERE/mqttlogs.sshd.conf" /etc/ssh/sshd_config.d/mqttlogs.conf
/usr/sbin/sshd -t || { rm -f /etc/ssh/sshd_config.d/mqttlogs.conf; fail "sshd does not take mqttlogs.sshd.conf."; }

printf 'Now set the password (passwd mqttlogs) and have sshd read its configuration (systemctl reload ssh).\n'
