"""The rules for German."""

from halved.wording.german.asking import find_ask
from halved.wording.german.rules import RULES

__all__ = ["RULES", "SMALL_WORDS", "find_ask"]

# By which the language of a text is told. No word here is also one of another language.
_WORDS = """
abend aber allein alleine alles als auch auf aus bei beim bis bist bitte braeuchte brauch
brauche bräuchte da danke dann das dass dein deine deinen dem den denn der dich die diese dir
doch donnerstag du durch ein eine einem einen einer er es etwas euch fahren freitag fuer für
ganz geht gerade gern gerne grad gut guten hab habe haben habt haette hallo hast helfen
heute hilf hilfe hätte ich ihm ihn ihr ihre ist ja jemand jetzt kann kannst kein keine
keinen koennen koennte koenntest komm kommen kommst kurz können könnte könntest leider liebe
lieber mach machen magst mal mehr mein meine meinen meiner mich mir mit mittwoch moechte
montag morgen muss möchte nach nein nicht nichts nie niemand noch nur oder ohne reden
samstag schon sehr sein seit sich sie sind sonntag tut ueber und uns vielleicht vom von vor
vorbei waere wann warum weil wenn wer wie wieder wir wird wo wuerde wäre würde würdest zeit
zu zum zur über
"""
SMALL_WORDS = frozenset(_WORDS.split())
