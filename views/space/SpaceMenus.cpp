// The menus of SpaceView.
#include <QMenu>

#include "views/disk/DiskNumbers.h"
#include "views/space/SpaceCanvas.h"
#include "views/space/SpaceView.h"

namespace horo::views {

void SpaceView::fillModelMenu(QMenu& menu) {
    menu.clear();
    const SpaceAxes& axes = canvas_->subject().axes;
    for (const SpaceModel model : axes.models()) {
        QAction* action = menu.addAction(spaceModelTitle(model, axes), this, [this, model] {
            SpaceSettings changed = settings_;
            changed.model = model;
            change(tr("Show another model"), changed);
        });
        action->setCheckable(true);
        action->setChecked(axes.shown(settings_.model) == model);
    }
}

void SpaceView::fillColourMenu(QMenu& menu) {
    menu.clear();
    if (!embedding_) return;
    const auto add = [&](const QString& text, const std::string& colour, int level) {
        QAction* action = menu.addAction(text, this, [this, colour, level] {
            SpaceSettings changed = settings_;
            changed.colour = colour, changed.level = level;
            change(tr("Colour the space"), changed);
        });
        action->setCheckable(true);
        action->setChecked(settings_.colour == colour && (colour != "branch" || settings_.level == level));
    };
    for (int level = 1; tree_ && level <= std::min(tree_->maxDepth(), 8); ++level)
        add(tr("Branch, level %1").arg(level), "branch", level);
    menu.addSeparator();
    for (const DiskNumber& number : diskNumbers(model().workspace(), *embedding_, canvas_->subject().rows)) {
        QString name = QString::fromStdString(number.name);
        if (!name.isEmpty()) name.front() = name.front().toUpper();
        add(name, number.key, settings_.level);
    }
    menu.addSeparator();
    add(tr("None"), "none", settings_.level);
}

void SpaceView::fillSettingsMenu(QMenu& menu) {
    const auto toggle = [&](const QString& text, bool SpaceSettings::*member) {
        QAction* action = menu.addAction(text, this, [this, member] {
            SpaceSettings changed = settings_;
            changed.*member = !(changed.*member);
            change(tr("Show or hide in the space"), changed);
        });
        action->setCheckable(true);
        action->setChecked(settings_.*member);
    };
    toggle(tr("Edges"), &SpaceSettings::edges);
    toggle(tr("Labels"), &SpaceSettings::labels);
    toggle(tr("Mesh"), &SpaceSettings::mesh);
    if (canvas_->subject().axes.isHyperbolic()) {
        menu.addSeparator();
        for (const double scale : {0.0, 0.18, 0.25, 0.36, 0.5, 1.0}) {
            const QString text = scale == 0   ? tr("Radius that fits")
                                 : scale == 1 ? tr("Radius \u00d7 1, isometric")
                                              : tr("Radius \u00d7 %1").arg(scale);
            QAction* action = menu.addAction(text, this, [this, scale] {
                SpaceSettings changed = settings_;
                changed.scale = scale;
                change(tr("Scale the space"), changed);
            });
            action->setCheckable(true);
            action->setChecked(settings_.scale == scale);
        }
    }
    menu.addSeparator();
    menu.addAction(tr("Frame the selection\tF"), this, &SpaceView::frameSelection);
    menu.addAction(tr("Home\tH"), this, &SpaceView::home);
}

}  // namespace horo::views
