// The menus of DiskView.
#include <QMenu>

#include "views/disk/DiskCanvas.h"
#include "views/disk/DiskView.h"
#include "views/kit/MenuChoice.h"

namespace horo::views {

void DiskView::fillSettingsMenu(QMenu& menu) {
    const auto toggle = [&](const QString& text, bool DiskSettings::*member) {
        addChoice(menu, text, settings_.*member, [this, member] {
            DiskSettings changed = settings_;
            changed.*member = !(changed.*member);
            change(tr("Show or hide in the disk"), changed);
        });
    };
    toggle(tr("Edges"), &DiskSettings::edges);
    toggle(tr("Additional parents"), &DiskSettings::extraParents);
    toggle(tr("Labels"), &DiskSettings::labels);
    toggle(tr("Rings"), &DiskSettings::rings);
    toggle(tr("Camera linked with other disks"), &DiskSettings::sharedCamera);
    menu.addSeparator();
    for (const double scale : {0.25, 0.36, 0.5, 1.0})
        addChoice(menu, scale == 1 ? tr("Radius \u00d7 1, isometric") : tr("Radius \u00d7 %1").arg(scale),
                  settings_.scale == scale, [this, scale] {
                      DiskSettings changed = settings_;
                      changed.scale = scale;
                      change(tr("Scale the disk"), changed);
                  });
    if (axes_.first.size() > 2) {
        menu.addSeparator();
        const auto projection = [&](const QString& text, const std::string& kind, int x, int y) {
            const bool chosen = settings_.projection == kind &&
                                (kind != "axes" || (settings_.axisX == x && settings_.axisY == y));
            addChoice(menu, text, chosen, [this, kind, x, y] {
                DiskSettings changed = settings_;
                changed.projection = kind, changed.axisX = x, changed.axisY = y;
                change(tr("Project the disk"), changed);
            });
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
