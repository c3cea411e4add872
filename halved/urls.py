"""Where each page is."""

from django.urls import include, path

from halved.asks import answering
from halved.home import home
from halved.pieces import helping

handler400 = "halved.home.bad_request"
urlpatterns = [
    path("a/<str:token>/", answering.asked, name="asked"),
    path("a/<str:token>/answer/", answering.answer, name="answer"),
    path("a/<str:token>/remark/", answering.remark, name="remark"),
    path("a/<str:token>/done/", answering.done, name="done"),
    path("a/<str:token>/pieces/", helping.pieces, name="pieces"),
    path("a/<str:token>/stop/", answering.stop, name="stop"),
    path("now/", include("halved.safety.urls")),
    path("", home, name="home"),
    path("", include("halved.accounts.urls")),
    path("carrying/", include("halved.reflection.urls")),
    path("circle/", include("halved.circle.urls")),
    path("", include("halved.lookback.urls")),
    path("", include("halved.pieces.urls")),
    path("asks/", include("halved.asks.urls")),
]
