from django.urls import path

from halved.pieces import feeds, views

app_name = "pieces"
urlpatterns = [
    path("pieces/", views.together, name="together"),
    path("pieces/calendar/", feeds.calendar, name="calendar"),
    path("pieces/calendar/make/", feeds.make, name="make_feed"),
    path("pieces/calendar/words/", feeds.say, name="say_in_feed"),
    path("pieces/calendar/renew/", feeds.renew, name="renew_feed"),
    path("pieces/calendar/end/", feeds.end, name="end_feed"),
    path("asks/<uuid:pk>/pieces/", views.pieces, name="pieces"),
    path("asks/<uuid:pk>/pieces/new/", views.new, name="new"),
    path("asks/<uuid:pk>/pieces/enough/", views.enough, name="enough"),
    path("asks/<uuid:pk>/pieces/pause/", views.pause, name="pause"),
    path("asks/<uuid:pk>/pieces/resume/", views.resume, name="resume"),
    path("asks/<uuid:pk>/pieces/names/", views.names, name="names"),
    path("asks/<uuid:pk>/close/", views.close, name="close"),
    path("pieces/<uuid:pk>/", views.piece, name="piece"),
    path("pieces/<uuid:pk>/calendar.ics", feeds.file, {"with_words": True}, name="file"),
    path("pieces/<uuid:pk>/busy.ics", feeds.file, {"with_words": False}, name="busy_file"),
    path("pieces/<uuid:pk>/call-off/", views.call_off, name="call_off"),
    path("pieces/<uuid:pk>/enough/", views.close_one, name="close_one"),
    path("pieces/<uuid:pk>/taken/", views.note_taken, name="note_taken"),
    path("pieces/<uuid:pk>/told/", views.note_told, name="note_told"),
    path("pieces/<uuid:pk>/released/", views.release, name="release"),
]
