"""Sign in, sign up, and the room. The `account_…` names are those allauth looks for."""

from allauth.account.views import account_inactive, login, signup
from django.urls import path

from halved.accounts import views

urlpatterns = [
    path("sign-in/", login, name="account_login"),
    path("sign-up/", signup, name="account_signup"),
    path("sign-in/closed/", account_inactive, name="account_inactive"),
    path("sign-out/", views.sign_out, name="account_logout"),
    path("lost/", views.lost, name="account_reset_password"),
    path("setup/<str:token>/", views.setup, name="setup"),
    path("demo/<str:token>/", views.demo, name="demo"),
    path("unlock/", views.unlock, name="unlock"),
    path("lock/", views.lock, name="lock"),
    path("room/", views.room, name="room"),
    path("room/notes/", views.hear_again, name="hear_again"),
    path("room/code/", views.recovery_code, name="recovery_code"),
    path("room/code/new/", views.new_code, name="new_code"),
    path("room/passphrase/", views.change_passphrase, name="change_passphrase"),
    path("held/<uuid:pk>/", views.held, name="held"),
]
