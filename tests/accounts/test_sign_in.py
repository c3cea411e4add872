"""Signing in opens the account and the room at once."""


def test_signing_in_opens_the_room(nia, sign_in):
    page = sign_in(nia).get("/")

    assert page.status_code == 200
    assert b"What are you carrying?" in page.content
