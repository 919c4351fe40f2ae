// The panel that asks how a figure is to be written; not modal.
#pragma once

#include <QWidget>
#include <vector>

#include "views/figure/FigureWriter.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QTimer;

namespace horo::views {

/// Use: `auto* panel = new ExportPanel({view->figure()}, name, window); panel->popUp(button);` It deletes
/// itself when closed; `written` or `failed` tells how it went.
class ExportPanel : public QWidget {
    Q_OBJECT
public:
    ExportPanel(std::vector<Figure> panels, QString suggestedName, QWidget* parent = nullptr);

    FigureOptions options() const;
    /// Shows the panel under `anchor`, inside its screen.
    void popUp(const QWidget* anchor);

Q_SIGNALS:
    void written(const QString& path);
    void failed(const QString& sentence);

private:
    void choosePreset(int index);
    void refreshPreview();
    void save();

    std::vector<Figure> panels_;
    QString suggestedName_;
    QComboBox* format_ = nullptr;
    QComboBox* preset_ = nullptr;
    QDoubleSpinBox* width_ = nullptr;
    QDoubleSpinBox* height_ = nullptr;
    QDoubleSpinBox* dpi_ = nullptr;
    QDoubleSpinBox* fontSize_ = nullptr;
    QCheckBox* legend_ = nullptr;
    QCheckBox* caption_ = nullptr;
    QLabel* preview_ = nullptr;
    QTimer* later_ = nullptr;
};

}  // namespace horo::views
