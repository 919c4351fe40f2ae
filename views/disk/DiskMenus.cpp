// The menus of DiskView.
#include <QMenu>

#include "views/disk/DiskCanvas.h"
#include "views/disk/DiskNumbers.h"
#include "views/disk/DiskView.h"

namespace horo::views {

void DiskView::fillColourMenu() {
    colourMenu_->clear();
    if (!embedding_) return;
    const auto add = [&](const QString& text, const std::string& colour, int level) {
        QAction* action = colourMenu_->addAction(text, this, [this, colour, level] {
            DiskSettings changed = settings_;
            changed.colour = colour, changed.level = level;
            change(tr("Colour the disk"), changed);
        });
        action->setCheckable(true);
        action->setChecked(settings_.colour == colour && (colour != "branch" || settings_.level == level));
    };
    for (int level = 1; tree_ && level <= std::min(tree_->maxDepth(), 8); ++level)
        add(tr("Branch, level %1").arg(level), "branch", level);
    colourMenu_->addSeparator();
    for (const DiskNumber& number : diskNumbers(model().workspace(), *embedding_, canvas_->subject())) {
        QString name = QString::fromStdString(number.name);
        name.front() = name.front().toUpper();
        add(name, number.key, settings_.level);
    }
    colourMenu_->addSeparator();
    add(tr("None"), "none", settings_.level);
}

void DiskView::fillSettingsMenu(QMenu& menu) {
    const auto toggle = [&](const QString& text, bool DiskSettings::*member) {
        QAction* action = menu.addAction(text, this, [this, member] {
            DiskSettings changed = settings_;
            changed.*member = !(changed.*member);
            change(tr("Show or hide in the disk"), changed);
        });
        action->setCheckable(true);
        action->setChecked(settings_.*member);
    };
    toggle(tr("Edges"), &DiskSettings::edges);
    toggle(tr("Additional parents"), &DiskSettings::extraParents);
    toggle(tr("Labels"), &DiskSettings::labels);
    toggle(tr("Rings"), &DiskSettings::rings);
    toggle(tr("Camera linked with other disks"), &DiskSettings::sharedCamera);
    menu.addSeparator();
    for (const double scale : {0.25, 0.36, 0.5, 1.0}) {
        QAction* action =
            menu.addAction(scale == 1 ? tr("Radius \u00d7 1, isometric") : tr("Radius \u00d7 %1").arg(scale),
                           this, [this, scale] {
                               DiskSettings changed = settings_;
                               changed.scale = scale;
                               change(tr("Scale the disk"), changed);
                           });
        action->setCheckable(true);
        action->setChecked(settings_.scale == scale);
    }
    if (axes_.first.size() > 2) {
        menu.addSeparator();
        const auto projection = [&](const QString& text, const std::string& kind, int x, int y) {
            QAction* action = menu.addAction(text, this, [this, kind, x, y] {
                DiskSettings changed = settings_;
                changed.projection = kind, changed.axisX = x, changed.axisY = y;
                change(tr("Project the disk"), changed);
            });
            action->setCheckable(true);
            action->setChecked(settings_.projection == kind &&
                               (kind != "axes" || (settings_.axisX == x && settings_.axisY == y)));
        };
        projection(tr("Two principal directions"), "principal", settings_.axisX, settings_.axisY);
        for (int axis = 0; axis + 1 < std::min<int>(static_cast<int>(axes_.first.size()), 10); axis += 2)
            projection(tr("Axes %1 and %2").arg(axis + 1).arg(axis + 2), "axes", axis, axis + 1);
    }
    menu.addSeparator();
    menu.addAction(tr("Frame the selection\tF"), this, &DiskView::frameSelection);
    menu.addAction(tr("Home\tH"), this, &DiskView::home);
}

}  // namespace horo::views
