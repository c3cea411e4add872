from django.urls import path

from halved.asks import drafting, joining, rehearsing, views

app_name = "asks"
urlpatterns = [
    path("", views.asks, name="asks"),
    path("new/", views.new, name="new"),
    path("small/", rehearsing.small, name="small"),
    path("kept/<uuid:pk>/forget/", joining.forget, name="forget"),
    path("<uuid:pk>/", views.ask, name="ask"),
    path("<uuid:pk>/kind/", drafting.kind, name="kind"),
    path("<uuid:pk>/whom/", drafting.whom, name="whom"),
    path("<uuid:pk>/words/", drafting.words, name="words"),
    path("<uuid:pk>/send/", drafting.send, name="send"),
    path("<uuid:pk>/rehearse/", rehearsing.aloud, name="rehearse"),
    path("<uuid:pk>/rehearse/seen/", rehearsing.seen, name="rehearse_seen"),
    path("<uuid:pk>/rehearse/answers/", rehearsing.answers, name="rehearse_answers"),
    path("<uuid:pk>/discard/", drafting.discard, name="discard"),
    path("<uuid:pk>/next/", views.ask_next, name="next"),
    path("<uuid:pk>/again/", views.again, name="again"),
    path("<uuid:pk>/seen/", views.seen, name="seen"),
    path("people/<uuid:pk>/asked/", views.asked, name="asked"),
    path("people/<uuid:pk>/note/", views.note, name="note"),
    path("people/<uuid:pk>/accept/", views.accept, name="accept"),
    path("people/<uuid:pk>/remark/", views.remark, name="remark"),
    path("people/<uuid:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("people/<uuid:pk>/thanks/", views.thanks, name="thanks"),
]
