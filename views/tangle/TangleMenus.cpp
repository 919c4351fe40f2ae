// The menus of TangleView.
#include <QMenu>
#include <algorithm>
#include <ranges>

#include "views/kit/MenuChoice.h"
#include "views/kit/NumberText.h"
#include "views/tangle/OtherHierarchy.h"
#include "views/tangle/TangleView.h"

namespace horo::views {

void TangleView::fillWithMenu(QMenu& menu) {
    menu.clear();
    const auto mine = objects_[0] ? objects_[0]->as<Hierarchy>() : nullptr;
    for (const auto& object : std::views::reverse(model().workspace().objects)) {
        const auto hierarchy = object->as<Hierarchy>();
        if (!mine || !hierarchy || object->id == objects_[0]->id) continue;
        const QString shared = countText(static_cast<qint64>(sharedItems(*mine, *hierarchy)));
        const QString text = tr("%1, %2 shared").arg(QString::fromStdString(object->name), shared);
        addChoice(menu, text, objects_[1] && object->id == objects_[1]->id, [this, id = object->id] {
            TangleSettings changed = settings_;
            changed.with = id;
            changed.focusB.clear();
            change(tr("Compare with another hierarchy"), changed);
        });
    }
    if (menu.isEmpty()) menu.addAction(tr("No other hierarchy is open"))->setEnabled(false);
}

void TangleView::fillColourMenu(QMenu& menu) {
    menu.clear();
    if (!pair_) return;
    const auto add = [&](const QString& text, const std::string& colour, int level) {
        const bool chosen = settings_.colour == colour && (colour != "branch" || level == this->level());
        addChoice(menu, text, chosen, [this, colour, level] {
            TangleSettings changed = settings_;
            changed.colour = colour, changed.level = level;
            change(tr("Colour the two hierarchies"), changed);
        });
    };
    for (int level = 1; level <= std::min(pair_->look(Side::A)->tree().maxDepth(), 8); ++level)
        add(tr("Branch of A, level %1").arg(level), "branch", level);
    menu.addSeparator();
    add(tr("Status: in place, moved, only in one"), "status", settings_.level);
}

void TangleView::fillSettingsMenu(QMenu& menu) {
    const auto choice = [&](const QString& text, bool TangleSettings::*field, const QString& what) {
        addChoice(menu, text, settings_.*field, [this, field, what] {
            TangleSettings changed = settings_;
            changed.*field = !(changed.*field);
            change(what, changed);
        });
    };
    choice(tr("Untangle B"), &TangleSettings::untangle, tr("Untangle, or not"));
    choice(tr("Labels"), &TangleSettings::labels, tr("Show or hide labels"));
    choice(tr("List of moved nodes"), &TangleSettings::list, tr("Show or hide the moved nodes"));
    menu.addSeparator();
    menu.addAction(tr("Frame the selection\tF"), this, &TangleView::frameSelection);
    menu.addAction(tr("Home\tH"), this, &TangleView::home);
}

}  // namespace horo::views
