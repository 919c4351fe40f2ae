// The scores of an embedding, each with its convention in words.
#pragma once

#include "views/scores/ScoreSheet.h"
#include "views/view/ViewFactory.h"

class QStackedLayout;

namespace horo::views {

class CardColumns;
class ViewHeader;

/// Object of its state: the embedding. Shows the reports on it, each as a card, newest first; the quality of
/// pictures of the same rows side by side.
class ScoresView : public View {
    Q_OBJECT
public:
    static ViewType viewType();
    ScoresView(WorkspaceModel& model, ViewState state, QWidget* parent = nullptr);

    void applySettings(const nlohmann::json&) override {}
    Figure figure() const override;

Q_SIGNALS:
    /// The person asks for the measures that are not there yet.
    void measureRequested(const std::string& embeddingId);

private:
    void refresh();
    std::vector<ScoreSheet> sheets() const;

    ViewHeader* header_;
    QStackedLayout* stack_;
    QWidget* page_;
    CardColumns* cards_;
};

}  // namespace horo::views
