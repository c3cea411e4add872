"""Pages behind a link take a way of their own through the house. What it skips is still done."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_a_host_name_that_is_not_ours_is_refused():
    response = Client(headers={"host": "elsewhere.example"}).get("/a/anything/")

    assert response.status_code == 400


def test_a_link_without_its_last_slash_leads_to_the_page(client):
    response = client.get("/a/anything")

    assert response.status_code == 301
    assert response["Location"] == "/a/anything/"


def test_the_length_of_a_page_is_told(client):
    response = client.get("/a/anything/")

    assert int(response["Content-Length"]) == len(response.content) > 0


@pytest.mark.parametrize("path", ["/a/anything/answer/", "/a/anything/done/"])
def test_the_wrong_method_is_refused(client, path):
    method = client.get if "answer" in path else client.post

    assert method(path).status_code == 405
