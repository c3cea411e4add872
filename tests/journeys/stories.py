"""What happens between Nia, Ben and Cleo, told once and walked in several ways.

Each story gets a `world` and does not know whether people visit by plain HTTP or in a browser.
"""

from datetime import date, timedelta

from tests.conftest import BEN, CLEO, PASSPHRASE
from tests.journeys.conftest import WORDS, World, ask, boxes, code_on, links_on, sign_up
from tests.journeys.visitors import Visitor

NEXT_WEEK = (date.today() + timedelta(days=7)).isoformat()  # noqa: DTZ011 (any near day will do)


def read(visitor: Visitor, link: str) -> Visitor:
    """Opens a link and looks behind the cover."""
    visitor.open(link)
    visitor.send()
    assert WORDS in visitor.text
    return visitor


class Stories:
    def test_a_yes(self, world: World) -> None:
        nia, plain = world.nia()
        asked = ask(plain, BEN)
        ben = world.visitor()

        ben.open(asked.links[0])
        assert "Nia" in ben.text
        assert WORDS not in ben.source
        ben.send()
        assert WORDS in ben.text
        ben.send({"answer": "yes"})

        assert ben.path.endswith("/done/")
        nia.open("/")
        nia.follow("Ben said yes.")
        assert nia.path == asked.path

    def test_whoever_was_asked_makes_a_room_and_finds_it_there(self, world: World) -> None:
        _, plain = world.nia()
        link = ask(plain, BEN).links[0]
        ben = read(world.visitor(), link)
        ben.send({"answer": "yes"})

        ben.send(to="/keep/")
        name = world.new_name()
        ben.send({"username": name, "password1": PASSPHRASE, "password2": PASSPHRASE})
        ben.send({"last": code_on(ben)[-5:]})

        ben.follow("Asks")
        assert "Asked of you Nia" in ben.text
        ben.follow("Open")
        assert link.endswith(ben.path)

    def test_two_taps_from_the_cover_end_all_messages(self, world: World) -> None:
        _, plain = world.nia()
        ben = world.visitor()
        ben.open(ask(plain, BEN).links[0])

        ben.follow("Please don’t contact me through Halved again")
        ben.send({"address": "ben@example.org"})

        assert "will not write to you again" in ben.text

    def test_a_smaller_yes_leaves_the_rest_to_ask_for(self, world: World) -> None:
        nia, plain = world.nia()
        asked = ask(plain, BEN, CLEO)
        ben = read(world.visitor(), asked.links[0])

        ben.send({"answer": "part", "words": "Half an hour, from five."})

        nia.open("/")
        nia.follow("Ben said yes, but less.")
        assert "Half an hour, from five." in nia.text
        nia.send(to="/next/")
        assert "Cleo’s turn" in nia.text
        assert links_on(nia) != asked.links

    def test_a_later_with_a_date(self, world: World) -> None:
        nia, plain = world.nia()
        asked = ask(plain, BEN)
        ben = read(world.visitor(), asked.links[0])

        ben.send({"answer": "later", "date": NEXT_WEEK, "words": "After my exam."})

        assert ben.path.endswith("/done/")
        nia.open("/")
        nia.follow("Ben said not now, but later.")
        assert "After my exam." in nia.text

    def test_a_no_passes_on_at_once_and_the_next_one_never_learns_it(self, world: World) -> None:
        nia, plain = world.nia()
        asked = ask(plain, BEN, CLEO)
        ben = read(world.visitor(), asked.links[0])

        ben.send({"answer": "no"})

        nia.open("/")
        assert "Ben can’t this time." in nia.text
        nia.follow("Cleo’s turn")
        nia.send(to="/asked/")
        cleo = read(world.visitor(), links_on(nia)[0])
        assert BEN not in cleo.source
        cleo.send({"answer": "yes"})
        nia.open("/")
        assert "Cleo said yes." in nia.text

    def test_nobody_left_is_said_plainly_and_is_not_the_end(self, world: World) -> None:
        nia, plain = world.nia()
        asked = ask(plain, BEN)
        ben = read(world.visitor(), asked.links[0])

        ben.send({"answer": "no"})

        nia.open("/")
        nia.follow("Nobody is left")
        assert 'href="/now/"' in nia.source
        nia.send(to="/again/")
        assert nia.path.endswith("/whom/")

    def test_withdrawn_while_he_is_reading_gives_him_his_words_back(self, world: World) -> None:
        nia, plain = world.nia()
        asked = ask(plain, BEN)
        ben = read(world.visitor(), asked.links[0])

        nia.open(asked.path)
        nia.send(to="/withdraw/")
        ben.send({"answer": "part", "words": "Half an hour, from five."})

        assert ben.status == 404
        assert WORDS not in ben.source
        assert "Half an hour, from five." in ben.text
        nia.open(asked.path)
        assert "said" not in nia.text
        assert "Half an hour" not in nia.source

    def test_two_who_answer_at_the_same_moment_are_both_heard(self, world: World) -> None:
        nia, plain = world.nia()
        asked = ask(plain, BEN, CLEO, order="together")
        ben = read(world.visitor(), asked.links[0])
        cleo = read(world.visitor(), asked.links[1])

        ben.send({"answer": "yes"}, wait=False)
        cleo.send({"answer": "part", "words": "Only until five."}, wait=False)
        ben.arrive()
        cleo.arrive()

        assert ben.path.endswith("/done/")
        assert cleo.path.endswith("/done/")
        nia.open("/")
        assert "Ben said yes." in nia.text
        assert "Cleo said yes, but less." in nia.text

    def test_what_is_written_while_the_room_locks_is_there_afterwards(self, world: World) -> None:
        nia, plain = world.nia()
        nia.open("/asks/")
        nia.send(to="/asks/new/")
        draft = nia.path.removesuffix("kind/")
        nia.open(f"{draft}words/")

        plain.open("/")
        plain.send(to="/lock/")
        nia.send({"words": WORDS})
        assert nia.path.startswith("/unlock/")
        assert WORDS not in nia.source
        nia.send({"passphrase": PASSPHRASE})
        assert WORDS in nia.text
        nia.send(to="/words/")

        nia.open(f"{draft}words/")
        assert WORDS in nia.source
        nia.open("/")
        assert "locked while you were writing" not in nia.text

    def test_the_whole_way_from_a_worry_to_an_answer(self, world: World) -> None:
        nia, ben = world.visitor(), world.visitor()
        sign_up(nia, world.new_name())

        nia.send({"words": "Mum’s care, and the money"})
        nia.send({"weight": "9"})
        assert "9 of 10" in nia.text
        nia.send(to="/asks/new/")
        nia.send({"kinds": ["instrumental", "emotional"]})
        nia.follow("Add someone")
        nia.send({"name": BEN, "relation": "my brother", "phone": "+44 20 7946 0018"})
        nia.send({"people-0-contact": BEN, "people-0-way": "link"})
        nia.send({boxes(nia)[0]: WORDS})
        nia.send({"likely": "3", "weight": "8"})
        assert WORDS in nia.text
        nia.send({"signs_as": "Nia"})
        asked, link = nia.path, links_on(nia)[0]
        nia.send(to="/asked/")

        read(ben, link)
        assert "Nothing needs fixing" in ben.text
        ben.send({"answer": "yes"})
        ben.send({"answer": "yes", "words": "I’ll be there at four."})

        nia.open("/")
        nia.follow("Ben said yes.")
        assert "I’ll be there at four." in nia.text
        nia.send(to="/seen/")
        assert "3 of 10" in nia.text
        assert "Ben said yes" in nia.text
        nia.send({"weight": "4"})
        assert "8 of 10" in nia.text
        assert "4 of 10" in nia.text
        nia.follow("Thank Ben")
        nia.send({"words": "I slept for the first time."})
        ben.open(link)
        ben.send()
        assert "I slept for the first time." in ben.text

        nia.open(asked)
        nia.send(to="/close/")
        assert "Closed" in nia.text
        nia.open("/")
        assert "Ben said yes." not in nia.text
        assert "Mum’s care" in nia.text
