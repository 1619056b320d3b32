import { ConcreteWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Deployment } from './deployment.ts';

/**
 * A graph of all functions of a deployment, found by their tags when the dashboard is looked at: one that is added
 * shows itself. CDK has no construct for this kind of widget, CloudWatch's explorer.
 */
export class FunctionsWidget extends ConcreteWidget {
  private readonly title: string;
  private readonly metrics: readonly string[];
  private readonly labels: { key: string; value: string }[];

  constructor(title: string, metrics: readonly string[], { stage, district }: Pick<Deployment, 'stage' | 'district'>) {
    super(12, 6);
    this.title = title;
    this.metrics = metrics;
    this.labels = [
      { key: 'project', value: 'hotline' },
      { key: 'stage', value: stage.name },
      { key: 'district', value: district.id },
    ];
  }

  override toJson(): unknown[] {
    const metrics = this.metrics.map((metricName) => ({ metricName, resourceType: 'AWS::Lambda::Function', stat: 'Sum' }));
    const properties = {
      title: this.title,
      metrics,
      labels: this.labels,
      period: 60,
      widgetOptions: {
        legend: { position: 'bottom' },
        view: 'timeSeries',
        stacked: false,
        rowsPerPage: 1,
        widgetsPerRow: metrics.length,
      },
    };
    return [{ type: 'explorer', width: this.width, height: this.height, x: this.x, y: this.y, properties }];
  }
}
