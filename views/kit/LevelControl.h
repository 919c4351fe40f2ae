// The level of a hierarchy, as a slider over a canvas.
#pragma once

#include <QtWidgets/QWidget>

class QSlider;

namespace horo::views {

class Label;
class ToolPlate;

/// In the top left of a canvas: "Level", the slider, and what the level holds.
class LevelControl : public QObject {
    Q_OBJECT
public:
    explicit LevelControl(QWidget* canvas);

    /// Levels 1 to `deepest`; hidden where there is nothing to choose.
    void setLevels(int deepest);
    /// `text`: what stands at that level, such as "six branches".
    void setValue(int level, const QString& text);
    ToolPlate* plate() const { return plate_; }

Q_SIGNALS:
    void changed(int level);

private:
    ToolPlate* plate_;
    QSlider* slider_;
    Label* label_;
};

}  // namespace horo::views
