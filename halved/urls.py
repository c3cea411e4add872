"""Where each page is."""

from django.urls import include, path

from halved import device, health
from halved.asks import answering, joining, protecting
from halved.delivery import views as about
from halved.home import home
from halved.operators import closed
from halved.pieces import feeds, helping
from halved.safety import leaving, question
from halved.safety.own_people import own_people

handler400 = "halved.home.bad_request"
handler500 = "halved.away.broke"
urlpatterns = [
    path("a/<str:token>/", answering.asked, name="asked"),
    path("a/<str:token>/answer/", answering.answer, name="answer"),
    path("a/<str:token>/remark/", answering.remark, name="remark"),
    path("a/<str:token>/done/", answering.done, name="done"),
    path("a/<str:token>/pieces/", helping.pieces, name="pieces"),
    path(
        "a/<str:token>/pieces/<uuid:pk>/calendar.ics",
        feeds.asked_file,
        {"with_words": True},
        name="piece_file",
    ),
    path(
        "a/<str:token>/pieces/<uuid:pk>/busy.ics",
        feeds.asked_file,
        {"with_words": False},
        name="piece_busy_file",
    ),
    path("a/<str:token>/stop/", protecting.stop, name="stop"),
    path("a/<str:token>/report/", protecting.report, name="report"),
    path("feed/<str:token>/calendar.ics", feeds.feed, name="feed"),
    path("keep/", joining.keep, name="keep"),
    path("about/", about.about, name="about"),
    path("about/stop/", about.ask_to_stop, name="ask_to_stop"),
    path("stop/<str:token>/", about.stop, name="stop_mail"),
    path("now/own/", own_people, name="own_people"),
    path("now/", include("halved.safety.urls")),
    path("lines/", include("halved.safety.upkeep_urls")),
    path("sw.js", device.service_worker, name="service_worker"),
    path("<str:look>.webmanifest", device.manifest, name="manifest"),
    path("offline/", device.offline, name="offline"),
    path("room/device/", device.device, name="device"),
    path("room/device/on/", device.push_on, name="push_on"),
    path("room/device/off/", device.push_off, name="push_off"),
    path("leave/", leaving.leave, name="leave"),
    path("leaving/", leaving.leaving, name="leaving"),
    path("room/leaving/", leaving.choose, name="leaving_choose"),
    path("safety/plan/", include("halved.safety.plan_urls")),
    path("safety/question/", question.switch, name="gentle_switch"),
    path("health/live", health.live, name="live"),
    path("health/ready", health.ready, name="ready"),
    path("", home, name="home"),
    path("", include("halved.accounts.urls")),
    path("sign-in/closed/", closed.closed, name="account_inactive"),
    path("sign-in/closed/take/", closed.take, name="closed_take"),
    path("sign-in/closed/delete/", closed.delete, name="closed_delete"),
    path("operator/", include("halved.operators.urls")),
    path("carrying/", include("halved.reflection.urls")),
    path("circle/", include("halved.circle.urls")),
    path("places/", include("halved.directory.urls")),
    path("", include("halved.lookback.urls")),
    path("", include("halved.archive.urls")),
    path("", include("halved.pieces.urls")),
    path("asks/", include("halved.asks.urls")),
]
