"""No test reaches the network. If one of these fails, tests may have been talking to strangers."""

import socket
import threading

import pytest
from playwright.sync_api import Error
from pytest_socket import SocketConnectBlockedError

from tests.browser import Browse

# 192.0.2.0/24 is kept for examples: nobody is ever there.
NOBODY = "192.0.2.1"


@pytest.mark.parametrize("host", [NOBODY, "2001:db8::1", "halved.example"])
@pytest.mark.filterwarnings("ignore:A test tried to use socket:UserWarning")
def test_nothing_outside_this_machine_can_be_reached(host):
    family = socket.AF_INET6 if ":" in host else socket.AF_INET

    with socket.socket(family) as caller, pytest.raises(SocketConnectBlockedError):
        caller.connect((host, 80))


@pytest.mark.filterwarnings("ignore:A test tried to use socket:UserWarning")
def test_the_usual_way_to_connect_is_blocked_too():
    with pytest.raises(SocketConnectBlockedError):
        socket.create_connection((NOBODY, 80), timeout=1)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_this_machine_can_be_reached(host):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

        with socket.create_connection((host, port), timeout=5):
            caller, _ = listener.accept()
            caller.close()


@pytest.mark.browser
@pytest.mark.parametrize("host", [NOBODY, "halved.example"])
def test_the_browser_reaches_no_one_else_either(browse: Browse, host):
    page = browse()

    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto(f"http://{host}/")


@pytest.mark.browser
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_the_browser_reaches_this_machine(browse: Browse, host):
    page = browse()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=_answer_once, args=[listener], daemon=True).start()

        page.goto(f"http://{host}:{listener.getsockname()[1]}/")

    assert page.text_content("body") == "here"


def _answer_once(listener: socket.socket) -> None:
    caller, _ = listener.accept()
    with caller:
        caller.recv(65536)
        caller.sendall(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<body>here")
