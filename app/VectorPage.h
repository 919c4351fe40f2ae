// The inspector's page about a vector that is written down: what lies near it.
#pragma once

#include <QWidget>

#include "views/workspace/WorkspaceModel.h"

namespace horo::views {
class Label;
class SearchField;
}  // namespace horo::views

namespace horo::app {

class NeighbourPair;

/// Numbers, a name, or names added up; the lists follow Return. What cannot be read is explained below.
class VectorPage : public QWidget {
    Q_OBJECT
public:
    explicit VectorPage(views::WorkspaceModel& model, QWidget* parent = nullptr);

    /// Puts the cursor into the field. `embeddingId` = the space that the left list takes; may be empty.
    void ask(const std::string& embeddingId);
    /// The lists anew: spaces came or went.
    void refresh();

Q_SIGNALS:
    void chosen(ItemId item);

private:
    void complain();

    views::WorkspaceModel& model_;
    std::string embeddingId_;
    views::SearchField* field_;
    views::Label* hint_;
    NeighbourPair* near_;
};

}  // namespace horo::app
