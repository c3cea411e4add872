from django.urls import path

from halved.circle import views

app_name = "circle"
urlpatterns = [
    path("", views.people, name="people"),
    path("new/", views.new, name="new"),
    path("<uuid:pk>/", views.person, name="person"),
    path("<uuid:pk>/remove/", views.remove, name="remove"),
]
