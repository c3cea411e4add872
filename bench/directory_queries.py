"""Everyday queries, written down before the search was tuned, and the services a person would want.

A query is what somebody types, and where; a service is named by the identifier that the publisher
of the Illinois data gave it. One of the named services among the first five counts as found.
The second set was written when the tuning was over, and its results were never used to change it.
"""

import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from bench.servers import python, settings


class Everyday(NamedTuple):
    text: str
    near: str
    wanted: str  # identifiers with a space between


FIRST = [
    Everyday("landlord changed the locks", "chicago", "94706 83171 83176 29191"),
    Everyday("being evicted what can i do", "wheaton", "29541"),
    Everyday("eviction court tomorrow", "skokie", "29846"),
    Everyday("help with eviction", "markham", "29836"),
    Everyday("my house is being foreclosed", "", "38506 33926 29856 29471 30106 33901"),
    Everyday("bank wants to take my house chicago", "", "38506 33926 33901 29856 29471 30106"),
    Everyday("file for bankruptcy free", "", "127461 29811 37651"),
    Everyday("debt collectors keep calling me", "", "38466 29471 29206 33921"),
    Everyday("sued for a credit card debt", "markham", "33921"),
    Everyday("free lawyer for divorce", "bloomington", "29551"),
    Everyday("divorce lawyer", "dupage county", "37636"),
    Everyday(
        "husband hits me need a lawyer", "", "38496 38491 38486 38481 28831 32186 32191 89016"
    ),
    Everyday("order of protection", "", "32186 29926"),
    Everyday("domestic violence help pilsen", "", "38486"),
    Everyday("abused by my boyfriend", "southern illinois", "107756"),
    Everyday("child support", "chicago", "33916"),
    Everyday("custody not married to the mother", "", "30096"),
    Everyday("guardianship of my grandchild", "", "28711"),
    Everyday("dcfs is investigating me", "", "49951 49956 49946 49961"),
    Everyday("dcfs took my kids spanish", "", "49961"),
    Everyday("help with immigration papers", "chicago", "100171 30066 86981 111176 31631"),
    Everyday("asylum", "", "31686"),
    Everyday("daca renewal", "", "29511"),
    Everyday("green card help champaign", "", "90346"),
    Everyday("my cousin came alone over the border he is 15", "", "31706"),
    Everyday("immigration lawyer aurora", "", "107096"),
    Everyday("ice arrested my brother", "", "100171 30066 111176 31631 86981 101146 93946"),
    Everyday("farm worker not paid", "", "30061"),
    Everyday("expunge my record", "markham", "53951"),
    Everyday("clear my criminal record", "chicago", "28751 33896 36001 29881"),
    Everyday("juvenile record expungement", "", "29881"),
    Everyday("expungement skokie", "", "77276"),
    Everyday("my son got arrested", "", "93946 77271"),
    Everyday("mom in prison wants to see her kids", "", "51911"),
    Everyday("veterans benefits lawyer", "", "30036 30031 108216"),
    Everyday("legal help for army families", "", "108216"),
    Everyday("social security disability denied", "", "94711 30016 30006 29991 29976 29966 129441"),
    Everyday("food stamps cut off", "", "30016 30006 29991 29976 29966 129441 94711"),
    Everyday("legal help for seniors", "peoria", "30126"),
    Everyday("will for elderly mother sangamon county", "", "64186"),
    Everyday("nursing home is mistreating my dad", "", "32796 28836 38471 30021"),
    Everyday("special education school won't help my disabled son", "", "53301"),
    Everyday("fired because of my disability", "", "101806 53296"),
    Everyday("transgender discrimination", "", "86836 68091"),
    Everyday("hiv positive legal help", "joliet", "30211"),
    Everyday("irs tax problem", "", "30091"),
    Everyday("homeless and need legal help", "", "29436 35066 51256"),
    Everyday("court forms library", "joliet", "36536 36526"),
    Everyday("free legal forms springfield sangamon county", "", "127156 127051 115961"),
    Everyday("find a lawyer", "peoria", "68071"),
]

UNSEEN = [
    Everyday("they want me out of my apartment", "bloomington", "29641 29546"),
    Everyday("landlord won't fix the heat chicago", "", "94706 83171 83176"),
    Everyday("renting a house that got foreclosed", "", "83176"),
    Everyday("chapter 7", "dupage", "37651"),
    Everyday("walk in help with debt lawsuit daley center", "", "29206 29191"),
    Everyday("need a restraining order", "chicago", "32186 29926 32201"),
    Everyday("boyfriend beats me", "south chicago", "38491"),
    Everyday("divorce clinic", "", "49861 29551"),
    Everyday("how do i get custody of my granddaughter", "", "28711"),
    Everyday("work permit for dreamers", "", "29511"),
    Everyday("immigrant kid without parents", "", "31706"),
    Everyday("inmigracion ayuda", "lake county", "31751"),
    Everyday("polish speaking lawyer", "", "28721"),
    Everyday("chinatown lawyer", "", "49341"),
    Everyday("greek legal help", "", "49361"),
    Everyday("sealing my old arrest record", "", "53951 28751 33896 77276"),
    Everyday("public defender police station", "", "93946"),
    Everyday("hate crime", "", "91161"),
    Everyday("civil rights lawyer racism", "", "37436 97546 91161"),
    Everyday("wheelchair user fired from job", "", "101806 97546 53296"),
    Everyday("iep meeting special ed", "", "53301"),
    Everyday("pension lost from old employer", "", "88501"),
    Everyday("small business legal advice", "", "50316 50351"),
    Everyday("lawyer for my nonprofit", "", "50156"),
    Everyday("artist contract", "", "92921"),
    Everyday("pollution near my home", "", "38461"),
    Everyday("elderly legal aid", "rockford", "30251"),
    Everyday("help with legal papers at the library", "evanston", "129071"),
    Everyday("victim of trafficking", "", "30056 28841"),
    Everyday("school fees too high", "", "35076"),
]


def main(folder: str, which: str = "") -> None:
    """`python -m bench.directory_queries FOLDER`: how many are found in the Illinois data."""
    with tempfile.TemporaryDirectory() as data:
        env = settings(Path(data))
        python("halved", "migrate", **env)
        print(python("bench.inside.everyday", folder, which, **env))


if __name__ == "__main__":
    main(*sys.argv[1:])
