from django.urls import path

from halved.operators import reading, views

app_name = "operators"
urlpatterns = [
    path("", views.home, name="home"),
    path("members/", views.members, name="members"),
    path("members/suspend/", views.suspend, name="suspend"),
    path("members/let-back/", views.let_back, name="let_back"),
    path("reports/", reading.listed, name="reports"),
    path("reports/<uuid:pk>/settle/", reading.settle, name="settle"),
    path("reports/<uuid:pk>/suspend/", reading.suspend, name="suspend_reported"),
    path("reports/<uuid:pk>/let-back/", reading.let_back, name="let_back_reported"),
    path("invitations/", views.invitations, name="invitations"),
    path("invitations/make/", views.invite, name="invite"),
    path("invitations/revoke/", views.revoke, name="revoke"),
    path("no-messages/", views.stopped, name="stopped"),
    path("no-messages/add/", views.stop, name="stop"),
    path("no-messages/take-off/", views.take_back, name="take_back"),
    path("kept/", views.kept, name="kept"),
    path("record/", views.record, name="record"),
]
