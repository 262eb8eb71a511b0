"""What the watch over every journey is worth."""

import socket


def test_the_watch_sees_a_socket(sockets: list[str]) -> None:
    socket.socket().close()
    assert sockets == ["socket.__new__"]
    sockets.clear()
