"""German texts of our own, with which the finding of asks is tried.

ASKS and OTHERS were used while it was written; NEW_ASKS and NEW_OTHERS only to measure it once.
"""

ASKS = """
Könntest du am Donnerstag eine Stunde auf Mia aufpassen?
kannst du mich morgen zum Arzt fahren
Hallo Ben, hast du Donnerstag Zeit?
Magst du am Sonntag vorbeikommen?
Ich wollte fragen, ob du mir beim Umzug helfen kannst.
Ich bräuchte deine Hilfe bei einem Antrag.
ich braeuchte jemanden der mit mir zum amt geht
Würdest du bitte einmal über meinen Lebenslauf schauen?
Ruf mich bitte heute Abend an.
Bitte sag mir bis Freitag Bescheid.
Es wäre lieb, wenn du am Samstag kommen könntest.
Ich wäre dir dankbar, wenn du mir 200 Euro leihen könntest.
Könnten Sie mir bitte einen Termin geben?
Haben Sie diese Woche noch einen Termin frei?
Sehr geehrte Frau Kaya, ich möchte Sie um eine Verlängerung bitten.
Habt ihr am Wochenende Zeit, mit mir die Wohnung zu streichen?
Kann jemand am Montag meine Katze füttern?
Wer kann mir sein Auto leihen?
Darf ich heute bei dir schlafen?
Wenn du Zeit hast, könntest du mir beim Packen helfen
Hilf mir bitte mit der Steuererklärung.
Lass uns heute Abend telefonieren, mir geht es nicht gut.
Ich brauche deinen Rat.
Ich würde gern mit dir reden.
Ich habe eine große Bitte: Nimmst du am Freitag die Kinder?
Sei so lieb und bring mir Brot mit.
Vielleicht kannst du mir den Brief vorlesen.
Hättest du Lust, morgen mit mir spazieren zu gehen?
Kommst du bitte mit zum Gericht?
Wärst du so nett, meine Eltern vom Bahnhof abzuholen?
Hey, koenntest du mir kurz die Uebung erklaeren
Melde dich bitte, sobald du das liest.
Ich suche jemanden, der mir Deutsch beibringt.
Meinst du, wir könnten am Sonntag zusammen kochen?
Kennt jemand eine gute Beratungsstelle in Kassel?
Dürfte ich am Montag etwas später kommen?
Wie hast du das damals mit dem Antrag gemacht?
Schicken Sie mir bitte die Unterlagen noch einmal zu.
Bitte um Rückruf unter der bekannten Nummer.
Können wir den Termin auf nächste Woche verschieben?
Ich frage mich, ob du kurz auf den Hund schauen könntest.
Passt es dir am Mittwoch nach der Arbeit?
Mir wächst gerade alles über den Kopf. Bleib heute Abend bitte bei mir.
hi lena kannst du für mich einkaufen gehen, bin krank
""".strip().splitlines()

OTHERS = """
Ich bin heute sehr müde.
Danke für gestern, das war schön.
Am Donnerstag kann ich nicht.
Mir geht es seit Wochen nicht gut.
Dann kannst du morgen ausschlafen.
Wenn du willst, kannst du heute früher gehen.
Ich rufe dich heute Abend an.
ich schick dir die Fotos morgen
Gestern hat sie mich gefragt, wie es weitergeht.
Das kannst du dir nicht vorstellen.
Mach dir keine Sorgen.
Pass auf dich auf.
Komm gut heim.
Melde dich, wenn du etwas brauchst.
Sag Bescheid, wenn ich dir helfen kann.
Wie geht es dir?
Ich habe den Antrag gestern abgegeben.
Ich brauche einfach eine Pause.
Das Auto ist wieder kaputt.
Wir könnten es ja irgendwann mal schaffen.
Bitte schön.
Alles Gute zum Geburtstag.
Er sagte: „Kannst du mir helfen?“
Ich kann dir am Samstag beim Umzug helfen.
Kann ich dir etwas abnehmen?
Du kannst stolz auf dich sein.
Meine Mutter ist im Krankenhaus, und ich weiß nicht weiter.
Die Miete ist am Ersten fällig.
Niemand hat gefragt.
Es wäre schön gewesen.
Weißt du was?
Glaub mir, das wird schon.
Sie hat mir sehr geholfen.
Hast du gut gemacht.
Lass es dir schmecken.
Ich hatte gehofft, dass es besser wird.
Morgen kommt der Klempner um neun.
So kann es nicht weitergehen.
Ich weiß, dass du viel zu tun hast.
Der Kurs war voll, also bin ich wieder gegangen.
Ich mag dich sehr.
Grüß deine Mutter von mir.
Mal sehen.
Wir haben lange darüber geredet.
""".strip().splitlines()

NEW_ASKS = """
Kriegst du das hin, mir bis Freitag die Unterlagen zu kopieren?
Ich tu mich schwer damit, aber kannst du mir was leihen?
Gehst du am Dienstag mit mir zur Schuldnerberatung?
Mama, holst du mich um acht ab?
Liebe Frau Brandt, wäre es möglich, dass ich die Klausur nachschreibe?
Ich wollte dich mal fragen ob du jemanden kennst der Nachhilfe gibt
Kannste mir kurz beim Tragen helfen?
Erklär mir doch bitte nochmal, wie das mit dem BAföG läuft.
Ich hätte gern einen Termin bei Ihnen.
Könntet ihr mir am Samstag beim Streichen helfen?
Ich würde mich freuen, wenn du mal anrufst.
Mir wäre sehr geholfen, wenn jemand die Kinder von der Kita abholt.
Darf ich dich heute Abend anrufen?
Bring mir bitte vom Markt Äpfel mit.
Schaust du mal über meine Bewerbung?
Ich brauche jemanden, der mir einfach nur zuhört.
Hast du morgen eine halbe Stunde für mich?
Ich möchte, dass du mit zum Arzt kommst.
Wo bekomme ich so ein Formular?
Hört mir mal bitte zehn Minuten zu.
Würde es dir etwas ausmachen, am Montag den Hund zu nehmen?
Ich bitte euch um Unterstützung beim Umzug.
Leihst du mir dein Rad bis Sonntag?
könnten sie mir sagen, an wen ich mich wenden kann
""".strip().splitlines()

NEW_OTHERS = """
Seit der Trennung schlafe ich kaum noch.
Ich wollte dir nur sagen, dass ich an dich denke.
Du hast mir damals sehr geholfen, danke.
Meine Chefin will, dass ich Überstunden mache.
Vielen Dank für Ihre schnelle Antwort.
Ich komme am Freitag vorbei und bringe Kuchen mit.
Keine Ahnung, wie das weitergehen soll.
Das war echt nett von dir.
Wir sehen uns am Mittwoch.
Der Arzt meint, es dauert noch drei Wochen.
Kannst du vergessen.
Sag mal nichts.
Im Moment kann ich nicht arbeiten.
Das Geld reicht diesen Monat nicht.
Ich habe meinen Bruder gebeten, mich abzuholen.
Schlaf gut und bis morgen.
Ich hoffe, es geht dir gut.
Wenn ich etwas für dich tun kann, sag es mir.
Gestern war ein guter Tag.
Niemand kann mir sagen, was los ist.
Früher haben wir uns jede Woche getroffen.
Am Ende hat es keiner gemerkt.
Ich darf heute leider nicht raus.
Bis dahin muss ich irgendwie durchhalten.
""".strip().splitlines()
