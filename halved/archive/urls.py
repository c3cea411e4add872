from django.urls import path

from halved.archive import views

app_name = "archive"
urlpatterns = [
    path("room/data/", views.data, name="data"),
    path("room/data/all-my-data.zip", views.take, name="take"),
    path("room/data/bring/", views.bring_in, name="bring_in"),
    path("room/delete/", views.delete, name="delete"),
    path("gone/", views.gone, name="gone"),
]
