// An entry of a menu that is one of several, or on or off.
#pragma once

#include <QtCore/QString>
#include <functional>

class QAction;
class QMenu;

namespace horo::views {

/// Adds an entry with a mark where it is `chosen`. `choose` must not outlive what it refers to: the menu goes
/// first.
QAction* addChoice(QMenu& menu, const QString& text, bool chosen, std::function<void()> choose);

}  // namespace horo::views
