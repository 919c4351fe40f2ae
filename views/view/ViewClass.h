// One class of views as a library offers it.
#pragma once

#include "core/base/offer.h"
#include "views/view/ViewFactory.h"

namespace horo::views {

/// Says what the window has to know and makes views. Built-in views and those of plugins enter the same way.
class ViewClass {
public:
    virtual ~ViewClass() = default;
    virtual ViewType type() const = 0;
};

/// `Class::viewType()` gives everything but `create`.
template <class Class>
class ViewClassOf final : public ViewClass {
public:
    ViewType type() const override {
        ViewType type = Class::viewType();
        type.create = [](WorkspaceModel& model, ViewState state) -> View* {
            return new Class(model, std::move(state));
        };
        return type;
    }
};

}  // namespace horo::views

/// One line at the end of a view's file makes it known. The class has `static ViewType viewType()`.
#define HOROCYCLE_VIEW(Class)                                                   \
    static const ::horo::Offer<::horo::views::ViewClass> offer##Class(          \
        []() -> std::unique_ptr<const ::horo::views::ViewClass> {               \
            return std::make_unique<const ::horo::views::ViewClassOf<Class>>(); \
        })
