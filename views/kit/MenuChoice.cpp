#include "views/kit/MenuChoice.h"

#include <QtWidgets/QMenu>

namespace horo::views {

QAction* addChoice(QMenu& menu, const QString& text, bool chosen, std::function<void()> choose) {
    QAction* action = menu.addAction(text, &menu, std::move(choose));
    action->setCheckable(true);
    action->setChecked(chosen);
    return action;
}

}  // namespace horo::views
