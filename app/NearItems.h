// What is near an item or a vector that somebody wrote down, in each way that the workspace knows.
#pragma once

#include <QColor>
#include <QString>
#include <string>
#include <vector>

#include "views/workspace/WorkspaceModel.h"

namespace horo::app {

/// The rows of an embedding by its own distance or by the cosine, or the nodes of a hierarchy by edges.
struct Nearness {
    enum class By { Distance, Cosine, Edges };
    std::string objectId;
    By by = By::Distance;
    bool operator==(const Nearness&) const = default;
};

/// Whose neighbours are asked for: an item, or where there is none what is written (freeVector).
struct NearTo {
    ItemId item = 0;
    std::string written;
};

/// All that speak of an item: its embeddings, newest first, then its hierarchies; of what is written, the
/// embeddings in which it is a point. The cosine is offered where a space is flat and has more than three
/// columns.
std::vector<Nearness> nearnessesOf(const Workspace& workspace, const NearTo& to);
/// "Cosine", "Poincaré", "Edges"; of an object that is not there, nothing.
QString nearnessTitle(const Workspace& workspace, const Nearness& nearness);

struct NearItem {
    ItemId item = 0;
    QString value;
};

/// The `count` nearest, nearest first, the item and the rows that are named left out; none where the rows
/// cannot be compared.
std::vector<NearItem> nearItems(const views::WorkspaceModel& model, const Nearness& nearness,
                                const NearTo& to, size_t count);

/// How an item is called in a list, and the colour of its dot: its node, the class it belongs to, or its own
/// name.
struct ItemFace {
    QString name;
    QColor colour;
};
ItemFace faceOf(const Workspace& workspace, ItemId item);

}  // namespace horo::app
