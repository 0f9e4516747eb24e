"""nginx and Apache with the configuration that lies in the folder."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NGINX = """
worker_processes 1;
pid {work}/pid;
error_log {work}/global-error.log info;
events {{}}
http {{
  access_log {work}/global-access.log;
  client_body_temp_path {work}/body;
  proxy_temp_path {work}/proxy;
  fastcgi_temp_path {work}/fastcgi;
  uwsgi_temp_path {work}/uwsgi;
  scgi_temp_path {work}/scgi;
  include {conf};
}}
"""
_APACHE = """
ServerRoot {work}
PidFile {work}/pid
Listen 127.0.0.1:{port}
ServerName localhost
{who}
{modules}
TypesConfig /dev/null
ErrorLog {work}/global-error.log
CustomLog {work}/global-access.log "%h %r"
Include {conf}
"""
_MODULES = ("mpm_event", "authz_core", "dir", "mime", "headers", "rewrite")


@contextmanager
def running(name: str, folder: Path, work: Path) -> Iterator[str]:
    """The address of a server of `folder`/www; what it writes down lies in `work`."""
    port = _free()
    conf = (folder / f"servers/{name}.conf").read_text("utf-8")
    conf = conf.replace("/srv/courses/www", str(folder / "www"))
    conf = conf.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("*:80", f"*:{port}")
    (work / "courses.conf").write_text(conf, "utf-8")
    loaded = [f"LoadModule {one}_module /usr/lib/apache2/modules/mod_{one}.so" for one in _MODULES]
    words = {
        "work": work,
        "conf": work / "courses.conf",
        "port": port,
        "modules": "\n".join(loaded),
        "who": "User www-data\nGroup www-data" if os.getuid() == 0 else "",
    }
    whole = {"nginx": _NGINX, "apache": _APACHE}[name].format(**words)
    (work / "server.conf").write_text(whole, "utf-8")
    command = {
        "nginx": ["/usr/sbin/nginx", "-c", f"{work}/server.conf", "-g", "daemon off;"],
        "apache": ["/usr/sbin/apache2", "-f", f"{work}/server.conf", "-DFOREGROUND"],
    }[name]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        _wait(server, port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.communicate(timeout=20)


def _free() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait(server: subprocess.Popen[str], port: int) -> None:
    for _ in range(200):
        if server.poll() is not None:
            raise AssertionError(server.communicate()[1])
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("it does not answer")
