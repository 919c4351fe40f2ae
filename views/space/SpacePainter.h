// Paints the scene of a space by QPainter: small scenes on screen, and figures.
#pragma once

#include "views/disk/DiskInk.h"
#include "views/space/SpaceScene.h"

class QPainter;

namespace horo::views {

/// Mesh, lines and marks from far to near. `unit` scales outlines; below 1 for small figures.
void paintSpace(QPainter& painter, const SpaceScene& scene, const DiskInk& ink, double unit = 1);
/// The mesh alone, and all but the mesh.
void paintSpaceMesh(QPainter& painter, const SpaceScene& scene);
void paintSpaceContent(QPainter& painter, const SpaceScene& scene, const DiskInk& ink, double unit = 1);
/// The second ring of the mark that the selection hangs on.
void paintSpaceFocus(QPainter& painter, const SpaceScene& scene, const DiskInk& ink, double unit = 1);

}  // namespace horo::views
