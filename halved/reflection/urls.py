from django.urls import path

from halved.reflection import entries, known, plans, views, weighing

app_name = "reflection"
urlpatterns = [
    path("known/", known.known, name="known"),
    path("put-away/", views.put_away_list, name="put_away_list"),
    path("entry/<str:kind>/<uuid:pk>/", entries.entry, name="entry"),
    path("weighed/<uuid:pk>/", weighing.weighed, name="weighed"),
    path("plans/<uuid:pk>/", plans.plan, name="plan"),
    path("plans/<uuid:pk>/prepare/", plans.prepare, name="plan_prepare"),
    path("plans/<uuid:pk>/put-off/", plans.put_off, name="plan_put_off"),
    path("plans/<uuid:pk>/come/", plans.come, name="plan_come"),
    path("plans/<uuid:pk>/drop/", plans.drop, name="plan_drop"),
    path("<uuid:pk>/", views.concern, name="concern"),
    path("<uuid:pk>/edit/", views.edit, name="edit"),
    path("<uuid:pk>/put-away/", views.put_away, name="put_away"),
    path("<uuid:pk>/remove/", views.remove, name="remove"),
    path("<uuid:pk>/tried/", views.tried, name="tried"),
    path("<uuid:pk>/costs/", views.costs, name="costs"),
    path("<uuid:pk>/barriers/", views.barriers, name="barriers"),
    path("<uuid:pk>/weigh/", weighing.weigh, name="weigh"),
    path("<uuid:pk>/plan/", plans.new, name="plan_new"),
]
