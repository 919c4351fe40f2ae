// The menus of SpaceView.
#include <QMenu>

#include "views/kit/MenuChoice.h"
#include "views/space/SpaceCanvas.h"
#include "views/space/SpaceView.h"

namespace horo::views {

void SpaceView::fillModelMenu(QMenu& menu) {
    menu.clear();
    const SpaceAxes& axes = canvas_->subject().axes;
    for (const SpaceModel model : axes.models()) {
        addChoice(menu, spaceModelTitle(model, axes), axes.shown(settings_.model) == model, [this, model] {
            SpaceSettings changed = settings_;
            changed.model = model;
            change(tr("Show another model"), changed);
        });
    }
}

void SpaceView::fillSettingsMenu(QMenu& menu) {
    const auto toggle = [&](const QString& text, bool SpaceSettings::*member) {
        addChoice(menu, text, settings_.*member, [this, member] {
            SpaceSettings changed = settings_;
            changed.*member = !(changed.*member);
            change(tr("Show or hide in the space"), changed);
        });
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
            addChoice(menu, text, settings_.scale == scale, [this, scale] {
                SpaceSettings changed = settings_;
                changed.scale = scale;
                change(tr("Scale the space"), changed);
            });
        }
    }
    menu.addSeparator();
    menu.addAction(tr("Frame the selection\tF"), this, &SpaceView::frameSelection);
    menu.addAction(tr("Home\tH"), this, &SpaceView::home);
}

}  // namespace horo::views
