from django.urls import path

from halved.reflection import views

app_name = "reflection"
urlpatterns = [
    path("<uuid:pk>/", views.concern, name="concern"),
    path("<uuid:pk>/edit/", views.edit, name="edit"),
    path("<uuid:pk>/remove/", views.remove, name="remove"),
]
