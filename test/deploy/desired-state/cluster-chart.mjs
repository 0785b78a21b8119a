/**
 * What the chart cnpg/cluster makes of the values that matter here, as its documentation and its tests say. A hook of ours
 * waits for the cluster.
 */
export const CLUSTER_TEMPLATE = `---
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata:
  name: {{ .Release.Name }}-{{ .Chart.Name }}
spec:
  instances: {{ .Values.cluster.instances }}
  imageName: {{ .Values.cluster.imageName | default (print "ghcr.io/cloudnative-pg/postgresql:" .Values.version.postgresql) }}
  storage: { size: {{ .Values.cluster.storage.size }} }
{{- if eq .Values.mode "recovery" }}
  bootstrap:
    recovery:
      {{- with .Values.recovery.pitrTarget.time }}
      recoveryTarget: { targetTime: {{ . }} }
      {{- end }}
      database: {{ .Values.recovery.database }}
      owner: {{ .Values.recovery.owner }}
      source: source
  externalClusters:
    - name: source
      {{- if eq .Values.recovery.method "plugin" }}
      plugin:
        name: {{ .Values.recovery.pluginConfiguration.name }}
        parameters:
          barmanObjectName: {{ .Release.Name }}-{{ .Chart.Name }}-recovery
          serverName: {{ .Values.recovery.clusterName }}
      {{- else }}
      barmanObjectStore:
        serverName: {{ .Values.recovery.clusterName }}
        destinationPath: gs://{{ .Values.recovery.google.bucket }}{{ .Values.recovery.google.path }}
      {{- end }}
{{- end }}
`;

/** The defaults of the chart that the template cannot do without. */
export const CLUSTER_VALUES = { mode: 'standalone' };
