// The inspector's page about a whole object: its facts and the numbers of the run that made it.
#pragma once

#include <QScrollArea>

#include "core/data/workspace.h"

class QVBoxLayout;

namespace horo::app {

/// For kinds whose parts are no items.
class ObjectPage : public QScrollArea {
    Q_OBJECT
public:
    explicit ObjectPage(QWidget* parent = nullptr);

    static bool suits(const Object& object);
    void show(const std::shared_ptr<const Object>& object);

private:
    void addHead(const QString& text);
    void addFact(const QString& name, const QString& value, bool mono = false);
    void addUnits(const Segmentation& segmentation);
    void addNumbers(const nlohmann::json& results);

    QVBoxLayout* rows_;
    std::shared_ptr<const Object> shown_;
};

}  // namespace horo::app
