// The scores of an embedding, each with its convention in words.
#pragma once

#include "views/view/ViewFactory.h"

class QStackedLayout;
class QVBoxLayout;

namespace horo::views {

class ViewHeader;

/// Object of its state: the embedding. Shows the reports that were made from it.
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
    std::vector<std::shared_ptr<const Object>> reports() const;

    ViewHeader* header_;
    QStackedLayout* stack_;
    QWidget* page_;
    QVBoxLayout* rows_;
};

}  // namespace horo::views
