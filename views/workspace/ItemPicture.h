// What the workspace can show of an item besides its name: a picture, a text.
#pragma once

#include <QImage>
#include <QString>

#include "core/data/workspace.h"

namespace horo::views {

/// A row that is a picture, or the image file that a column names (relative to the file that the column comes
/// from); at most 256 pixels wide and high. Null where the workspace has none.
QImage itemPicture(const Workspace& workspace, ItemId item);

/// Row `row` of an embedding whose rows are pictures.
QImage rowPicture(const Embedding& embedding, size_t row);

/// What the column of texts says of the item; empty where there is none.
QString itemText(const Workspace& workspace, ItemId item);

}  // namespace horo::views
