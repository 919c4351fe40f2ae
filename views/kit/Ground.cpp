#include "views/kit/Ground.h"

#include <QtWidgets/QAbstractItemView>

#include "views/theme/Theme.h"
#include "views/theme/ThemeSource.h"

namespace horo::views {

namespace {

void fill(QWidget& widget, Token token) {
    const bool list = qobject_cast<QAbstractItemView*>(&widget) != nullptr;
    QPalette palette = widget.palette();
    palette.setColor(list ? QPalette::Base : QPalette::Window, colour(token));
    widget.setPalette(palette);
}

}  // namespace

void setGround(QWidget& widget, Token token) {
    widget.setAutoFillBackground(true);
    fill(widget, token);
    QObject::connect(&ThemeSource::instance(), &ThemeSource::changed, &widget,
                     [&widget, token] { fill(widget, token); });
}

}  // namespace horo::views
