"""`python -m studio`: run the local studio on this machine's loopback address; `gallery` shows its tools."""

import argparse
import logging
import sys
from pathlib import Path

import uvicorn

from studio.gallery import command as gallery
from studio.server import Server, application
from studio.settings import MAX_JSON_BYTES, from_environment
from studio.wire.bites import SmallBites


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m studio", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int)
    parser.add_argument("--data-dir", type=Path)
    commands = parser.add_subparsers(dest="command", metavar="gallery")
    gallery.add_options(commands.add_parser("gallery", help="render every tool into a page"))
    given = parser.parse_args()
    if given.command == "gallery":
        sys.exit(gallery.run(given))
    logging.basicConfig(
        level=logging.INFO, format="%(asctime)s %(levelname)-7s %(name)s %(message)s"
    )
    settings = from_environment(host=given.host, port=given.port, data_dir=given.data_dir)
    app = application(settings)
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        access_log=False,
        log_level="warning",
        ws=SmallBites,
        ws_max_size=MAX_JSON_BYTES * 2,
        ws_ping_interval=20,
        ws_ping_timeout=20,
        ws_per_message_deflate=False,  # on one machine it costs more time than it saves
        timeout_graceful_shutdown=3,
        server_header=False,
    )
    Server(config, app).run()


if __name__ == "__main__":
    main()
